package io.twinlane.normalize.value;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.NumberSigns;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.read.Kind;
import java.math.BigDecimal;

/** A time in microseconds UTC. One that is more precise is refused, as cutting it would lose what the source said. */
final class TimeReader implements ValueReader {
  private static final String ISO = "a date and time with zone, such as 2026-11-22T09:30:00.123456Z";
  /** Seconds up to the year 5138 would be less than this if they were milliseconds: 1973-03-03T09:46:40Z. */
  private static final long LEAST_MILLIS_IN_MICROS = 100_000_000_000_000L;
  private final FieldRule.As as;
  private final DecimalReader millis = new DecimalReader(Dtype.decimal(19, 3), Affixes.NONE, NumberSigns.PLAIN);

  TimeReader(FieldRule.As as) {
    this.as = as == null ? FieldRule.As.PLAIN : as;
  }

  @Override
  public Object read(Kind kind, String text, ValueOutcome outcome) {
    if (!kind.textual()) {
      return outcome.fail(Reasons.WRONG_TYPE, Quote.of(kind, text) + " is not a time. Allowed: " + allowed());
    }
    long micros = switch (as) {
      case PLAIN, ISO_TIME -> IsoTime.micros(text);
      case DATE -> IsoTime.dateMicros(text);
      case EPOCH_MILLIS -> fromMillis(kind, text, outcome);
    };
    if (micros == IsoTime.TOO_PRECISE) {
      return outcome.fail(Reasons.NOT_A_TIME, Quote.of(kind, text) + " is more precise than a microsecond. Allowed: " + allowed());
    }
    if (micros == IsoTime.NO_TIME) {
      return outcome.fail(Reasons.NOT_A_TIME, Quote.of(kind, text) + " is not a time. Allowed: " + allowed());
    }
    if (as == FieldRule.As.EPOCH_MILLIS && micros >= 0 && micros < LEAST_MILLIS_IN_MICROS) {
      return outcome.fail(Reasons.NOT_A_TIME, Quote.of(kind, text) + " looks like seconds. Allowed: " + allowed());
    }
    return micros >= 0 && micros < IsoTime.LIMIT ? (Object) micros
        : outcome.fail(Reasons.NOT_A_TIME, Quote.of(kind, text) + " is out of range. Allowed: the years 1970 to 2199");
  }

  private long fromMillis(Kind kind, String text, ValueOutcome outcome) {
    Object number = millis.read(kind, text, outcome);
    BigDecimal value = (BigDecimal) number;
    return value == null || value.precision() > 18 ? IsoTime.NO_TIME : value.unscaledValue().longValue();
  }

  private String allowed() {
    return switch (as) {
      case PLAIN, ISO_TIME -> ISO;
      case DATE -> "a date, such as 2026-11-22";
      case EPOCH_MILLIS -> "milliseconds since 1970, 100000000000 (1973-03-03) or more, with at most 3 digits after the point";
    };
  }
}
