package io.twinlane.catalog.load;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.FieldRule;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why the constant of a field's rule can be no value of the field: a job would stop at its start, and every start after it. */
final class Constants {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

  private Constants() {}

  static Optional<String> problem(FieldRule rule, Dtype dtype) {
    String text = rule.value();
    return switch (dtype.kind()) {
      case BOOLEAN -> text.equals("true") || text.equals("false") ? Optional.empty() : Optional.of("is neither true nor false");
      case INT64 -> number(text, new BigDecimal(Long.MIN_VALUE), new BigDecimal(Long.MAX_VALUE), 0);
      case DECIMAL -> {
        BigDecimal most = BigDecimal.ONE.movePointRight(dtype.precision()).subtract(BigDecimal.ONE).movePointLeft(dtype.scale());
        yield number(text, most.negate(), most, dtype.scale());
      }
      case STRING -> rule.translate().isEmpty() || rule.translate().containsKey(text) ? Optional.empty()
          : Optional.of("is not among those to translate");
      case TIMESTAMP -> Optional.empty(); // never has a constant
    };
  }

  private static Optional<String> number(String text, BigDecimal least, BigDecimal most, int scale) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.of("is no number");
    }
    BigDecimal value = new BigDecimal(text);
    boolean fits = value.compareTo(least) >= 0 && value.compareTo(most) <= 0 && value.stripTrailingZeros().scale() <= scale;
    return fits ? Optional.empty() : Optional.of("has more digits than it keeps");
  }
}
