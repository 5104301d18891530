package io.twinlane.normalize.scenario;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A field of a row in one readable text: value, unit if it has one, state. */
public final class ShownField {
  private ShownField() {}

  public static String of(Field field, Object value, String unit, String state) {
    return (value == null ? "null" : text(field, value)) + (unit == null ? "" : " " + unit) + " " + state;
  }

  private static String text(Field field, Object value) {
    if (field.dtype().kind() == Dtype.Kind.TIMESTAMP) {
      return Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS).toString();
    }
    if (value instanceof BigDecimal number) {
      BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
      return plain.toPlainString();
    }
    return value.toString();
  }
}
