package io.twinlane.normalize.program;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.ControlCharacters;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.value.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the catalog asks of a field's values beyond their dtype: a least number, characters that can be seen in what becomes a key, and a
 * designated time that is not far ahead. "Ahead" is measured against the message's own times, never against a clock.
 */
final class FieldLimits {
  private static final FieldLimits NONE = new FieldLimits(null, null, false, null);
  private final Field field;
  private final BigDecimal minimum;
  private final boolean key;
  private final Duration tolerance;

  private FieldLimits(Field field, BigDecimal minimum, boolean key, Duration tolerance) {
    this.field = field;
    this.minimum = minimum;
    this.key = key;
    this.tolerance = tolerance;
  }

  static FieldLimits of(Category category, Field field) {
    boolean key = field.dtype().kind() == Dtype.Kind.STRING && category.keys().contains(field.name());
    Duration tolerance = field.name().equals(category.timestamp()) ? category.futureTolerance() : null;
    return field.minimum() == null && !key && tolerance == null ? NONE : new FieldLimits(field, field.minimum(), key, tolerance);
  }

  /** The same for the receive time, which stands in for a time that the source does not say. */
  boolean allowReceived(Current current) {
    return tolerance == null || notAhead(current, current.received, null);
  }

  /** False, with the failure noted, when a value that was read from {@code text} is none that the field may have. */
  boolean allow(Current current, Object value, String text) {
    return (minimum == null || atLeast(current, value, text)) && (!key || visible(current, (String) value))
        && (tolerance == null || notAhead(current, (Long) value, text));
  }

  private boolean atLeast(Current current, Object value, String text) {
    BigDecimal number = value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
    return number.compareTo(minimum) >= 0 || fail(current, Reasons.BELOW_MINIMUM, text, " is below " + minimum.toPlainString() + ". Allowed: "
        + minimum.toPlainString() + " or more");
  }

  private boolean visible(Current current, String value) {
    return ControlCharacters.firstIn(value) < 0 || fail(current, Reasons.CONTROL_CHARACTER, value, " is part of a key, and "
        + ControlCharacters.problem(value) + ". Allowed: characters that can be seen");
  }

  /** The later of receive and ingest time is when the message came; a receive time that is itself too far ahead of the other is not believed. */
  private boolean notAhead(Current current, long value, String text) {
    long received = current.message.receiveTime();
    long ingested = current.message.ingestTime();
    long known = received > ingested && received - ingested <= micros() ? received : ingested;
    return value <= known || value - known <= micros() || fail(current, Reasons.TIME_IN_FUTURE, text == null ? instant(value) : text,
        " is more than " + words(tolerance) + " after " + instant(known) + ", when the message came. Allowed: up to " + words(tolerance)
            + " after it");
  }

  private static String instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  private long micros() {
    return tolerance.toMillis() * 1000;
  }

  private boolean fail(Current current, String reason, String text, String what) {
    return current.fail(reason, "Cannot use field " + field.name() + ": " + Quote.text(text) + what, field.name(), text);
  }

  private static String words(Duration duration) {
    if (duration.toMillis() % Duration.ofDays(1).toMillis() == 0) {
      return duration.toDays() + "d";
    }
    return duration.toMillis() % 60_000 == 0 ? duration.toMinutes() + "m" : duration.toMillis() + "ms";
  }
}
