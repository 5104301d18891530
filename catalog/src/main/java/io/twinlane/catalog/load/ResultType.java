package io.twinlane.catalog.load;

import io.twinlane.catalog.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that a column of a computation's result may have: Flink SQL's, as far as a field of a Redis hash can say their values. */
public final class ResultType {
  public static final String ALLOWED = "STRING, CHAR(n), VARCHAR(n), BOOLEAN, TINYINT, SMALLINT, INT, BIGINT, DECIMAL(precision, scale), "
      + "FLOAT, DOUBLE, DATE, TIME, TIMESTAMP(0 to 9), TIMESTAMP_LTZ(0 to 9)";

  private static final Pattern TEXT = Pattern.compile("([A-Z_]+)(?: ?\\( ?(\\d{1,9})(?: ?, ?(\\d{1,9}))? ?\\))?");
  private static final List<String> PLAIN =
      List.of("STRING", "BOOLEAN", "TINYINT", "SMALLINT", "INT", "INTEGER", "BIGINT", "FLOAT", "DOUBLE", "DATE");
  private static final List<String> LONG_TEXT = List.of("CHAR", "VARCHAR");
  private static final Map<String, Integer> MOST_FRACTION_DIGITS = new TreeMap<>(Map.of("TIME", 3, "TIMESTAMP", 9, "TIMESTAMP_LTZ", 9));
  private static final Set<String> HOLD_MORE_THAN_ONE_VALUE = Set.of("ROW", "ARRAY", "MAP", "MULTISET", "RAW", "VARIANT");
  private static final int MOST_DIGITS = 38;

  private ResultType() {}

  /** Why a column may not have the type that a text spells. */
  public static Optional<String> problem(String text) {
    String type = text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    String name = type.split("[ (<]", 2)[0];
    if (HOLD_MORE_THAN_ONE_VALUE.contains(name)) {
      return Optional.of("type " + text + " holds more than one value: a field of a Redis hash is one text. Give each value a column");
    }
    if (type.endsWith("NULL")) {
      return Optional.of("type " + text + ": leave NULL and NOT NULL out. A row whose key is null is counted and left out, any other column may be");
    }
    Matcher matcher = TEXT.matcher(type);
    if (!matcher.matches() || !names().contains(name)) {
      return Optional.of(Nearest.find(name, names()).filter(near -> !near.equals(name))
          .map(near -> "unknown type " + text + "; did you mean " + near + "?").orElse("unknown type " + text + ".")
          + " Known: " + ALLOWED);
    }
    return problem(text, name, matcher);
  }

  /** Whether two readers write the same value of the type the same way: binary floating point is not exact. */
  static boolean exact(String text) {
    return !List.of("FLOAT", "DOUBLE").contains(text.strip().toUpperCase(Locale.ROOT));
  }

  private static Optional<String> problem(String text, String name, Matcher sizes) {
    int first = sizes.group(2) == null ? -1 : Integer.parseInt(sizes.group(2));
    int second = sizes.group(3) == null ? -1 : Integer.parseInt(sizes.group(3));
    if (name.equals("DECIMAL")) {
      boolean sound = first >= 1 && first <= MOST_DIGITS && second >= 0 && second <= first;
      return sound ? Optional.empty() : Optional.of("type " + text + " must be DECIMAL(precision, scale) with precision 1 to "
          + MOST_DIGITS + " and scale 0 to the precision, such as DECIMAL(24, 12)");
    }
    if (LONG_TEXT.contains(name)) {
      return first >= 1 && second < 0 ? Optional.empty()
          : Optional.of("type " + text + " must say how long it is, 1 or more: " + name + "(20), or be STRING");
    }
    int most = MOST_FRACTION_DIGITS.getOrDefault(name, -1);
    if (PLAIN.contains(name) && first >= 0) {
      return Optional.of("type " + text + ": " + name + " takes no size");
    }
    return first <= most && second < 0 ? Optional.empty()
        : Optional.of("type " + text + ": " + name + " has 0 to " + most + " digits after the second");
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(PLAIN);
    names.addAll(LONG_TEXT);
    names.addAll(MOST_FRACTION_DIGITS.keySet());
    names.add("DECIMAL");
    return names;
  }
}
