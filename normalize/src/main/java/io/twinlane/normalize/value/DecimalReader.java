package io.twinlane.normalize.value;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.NumberSigns;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.read.Kind;
import java.math.BigDecimal;

/** An exact decimal at the scale of its dtype. A number that does not fit is refused, never rounded. */
final class DecimalReader implements ValueReader {
  private final Dtype dtype;
  private final int integerDigits;
  private final Affixes affixes;
  private final NumberSigns signs;
  private final NumberText number = new NumberText();

  DecimalReader(Dtype dtype, Affixes affixes, NumberSigns signs) {
    this.dtype = dtype;
    this.integerDigits = dtype.precision() - dtype.scale();
    this.affixes = affixes;
    this.signs = signs;
  }

  @Override
  public Object read(Kind kind, String text, ValueOutcome outcome) {
    if (!kind.textual()) {
      return outcome.fail(Reasons.WRONG_TYPE, Quote.of(kind, text) + " is not a number. Allowed: " + signs.allowed());
    }
    int prefix = kind == Kind.STRING ? affixes.prefixOf(text) : -1;
    int suffix = kind == Kind.STRING ? affixes.suffixOf(text) : -1;
    int from = prefix < 0 ? 0 : affixes.prefixes[prefix].length();
    int to = text.length() - (suffix < 0 ? 0 : affixes.suffixes[suffix].length());
    if (from > to || !number.scan(text, from, to, kind == Kind.STRING ? signs : NumberSigns.PLAIN)) {
      return outcome.fail(Reasons.NOT_A_NUMBER, Quote.of(kind, text) + " is not a number. Allowed: " + signs.allowed());
    }
    if (prefix >= 0) {
      outcome.state(affixes.prefixStates[prefix]);
    }
    BigDecimal value = suffix < 0 ? fitted() : fitted(affixes.multipliers[suffix]);
    return value != null ? value : outcome.fail(Reasons.NUMBER_OUT_OF_RANGE, Quote.of(kind, text) + " does not fit " + dtype.text()
        + ". Allowed: at most " + integerDigits + " digits before the point and " + dtype.scale() + " after it");
  }

  private BigDecimal fitted() {
    BigDecimal quick = number.scaled(dtype.scale());
    if (quick != null && quick.precision() <= dtype.precision()) {
      return quick;
    }
    return quick != null ? null : fit(number.exact());
  }

  private BigDecimal fitted(BigDecimal multiplier) {
    BigDecimal exact = number.exact();
    return exact == null ? null : fit(exact.multiply(multiplier).stripTrailingZeros());
  }

  private BigDecimal fit(BigDecimal value) {
    return value == null || value.scale() > dtype.scale() || value.precision() - value.scale() > integerDigits && value.signum() != 0
        ? null
        : value.setScale(dtype.scale());
  }
}
