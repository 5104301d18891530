package io.twinlane.normalize.value;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.NumberSigns;
import io.twinlane.catalog.States;
import io.twinlane.normalize.read.Kind;

/** Reads the text of one field into the object that a row holds. Not for use by several threads. */
public interface ValueReader {
  /** The value (String, BigDecimal, Long or Boolean), or null with the failure noted in {@code outcome}. */
  Object read(Kind kind, String text, ValueOutcome outcome);

  /** The reader that a field's dtype and rule ask for. */
  static ValueReader of(Dtype dtype, FieldRule rule, NumberSigns numbers, States states) {
    return switch (dtype.kind()) {
      case STRING -> new TextReader(rule.translate());
      case TIMESTAMP -> new TimeReader(rule.as());
      case DECIMAL -> new DecimalReader(dtype, Affixes.of(rule, states), numbers);
      case INT64 -> new Int64Reader(Affixes.of(rule, states), numbers);
      case BOOLEAN -> new BooleanReader();
    };
  }
}
