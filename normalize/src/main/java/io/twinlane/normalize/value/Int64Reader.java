package io.twinlane.normalize.value;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.NumberSigns;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.read.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A whole number of 64 bits, written in any way that a decimal may be. */
final class Int64Reader implements ValueReader {
  private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);
  private final DecimalReader whole;

  Int64Reader(Affixes affixes, NumberSigns numbers) {
    whole = new DecimalReader(Dtype.decimal(19, 0), affixes, numbers);
  }

  @Override
  public Object read(Kind kind, String text, ValueOutcome outcome) {
    Object number = whole.read(kind, text, outcome);
    if (number == null) {
      return null;
    }
    BigInteger value = ((BigDecimal) number).unscaledValue();
    return value.abs().compareTo(LONGEST) <= 0 ? value.longValue()
        : outcome.fail(Reasons.NUMBER_OUT_OF_RANGE, Quote.of(kind, text) + " does not fit int64. Allowed: up to " + LONGEST
        + " either way");
  }
}
