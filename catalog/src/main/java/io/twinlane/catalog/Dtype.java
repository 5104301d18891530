package io.twinlane.catalog;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Type of a canonical field: string, timestamp (microseconds UTC), int64, boolean or decimal(precision,scale). */
public record Dtype(Kind kind, int precision, int scale) implements Serializable {
  /** The kinds that a field may have; stores map each to one type of their own. */
  public enum Kind { STRING, TIMESTAMP, INT64, BOOLEAN, DECIMAL }

  public static final String ALLOWED = "string, timestamp, int64, boolean, decimal(precision,scale) with precision 1 to 38";
  private static final Pattern DECIMAL_TEXT = Pattern.compile("decimal\\((\\d{1,2}), ?(\\d{1,2})\\)");

  public static final Dtype STRING = new Dtype(Kind.STRING, 0, 0);
  public static final Dtype TIMESTAMP = new Dtype(Kind.TIMESTAMP, 0, 0);
  public static final Dtype INT64 = new Dtype(Kind.INT64, 0, 0);
  public static final Dtype BOOLEAN = new Dtype(Kind.BOOLEAN, 0, 0);

  public static Dtype decimal(int precision, int scale) {
    return new Dtype(Kind.DECIMAL, precision, scale);
  }

  /** The dtype that a catalog text names, or empty when the text is none of {@link #ALLOWED}. */
  public static Optional<Dtype> parse(String text) {
    return switch (text) {
      case "string" -> Optional.of(STRING);
      case "timestamp" -> Optional.of(TIMESTAMP);
      case "int64" -> Optional.of(INT64);
      case "boolean" -> Optional.of(BOOLEAN);
      default -> parseDecimal(text);
    };
  }

  private static Optional<Dtype> parseDecimal(String text) {
    Matcher matcher = DECIMAL_TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int precision = Integer.parseInt(matcher.group(1));
    int scale = Integer.parseInt(matcher.group(2));
    return precision >= 1 && precision <= 38 && scale <= precision ? Optional.of(decimal(precision, scale)) : Optional.empty();
  }

  /** The text as it stands in the catalog and in every {@code <field>_dtype} column. */
  public String text() {
    return kind == Kind.DECIMAL ? "decimal(" + precision + "," + scale + ")" : kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
