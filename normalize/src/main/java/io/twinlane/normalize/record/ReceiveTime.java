package io.twinlane.normalize.record;

import io.twinlane.normalize.read.Kind;
import io.twinlane.normalize.value.IsoTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/**
 * The receive time of a recorded line: ISO 8601 text or epoch milliseconds, with one range for both, since a recording holds the past. A
 * clock of the recorder's, not the source's word: digits below the microsecond are cut, and a time without zone is taken as UTC.
 */
final class ReceiveTime {
  static final String ALLOWED = "ISO 8601 text or epoch milliseconds, from 1970 to a day after the line is played";
  /** The text is no time. Times beyond what a long can hold come out as its least or largest value. */
  static final long UNREADABLE = IsoTime.NO_TIME;

  private static final long DAY = 86_400_000_000L;
  private static final int MAX_TEXT = 40;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final DateTimeFormatter LENIENT = DateTimeFormatter.ISO_DATE_TIME;

  private ReceiveTime() {}

  /** Whether a time lies between 1970 and a day after {@code now}, both in microseconds. */
  static boolean inRange(long micros, long now) {
    return micros >= 0 && micros <= now + DAY;
  }

  static long micros(Kind kind, String text) {
    if (!kind.textual() || text.isEmpty() || text.length() > MAX_TEXT) {
      return UNREADABLE;
    }
    try {
      return kind == Kind.NUMBER || NUMBER.matcher(text).matches() ? ofMillis(new BigDecimal(text)) : ofIso(text);
    } catch (DateTimeException e) {
      return UNREADABLE;
    }
  }

  private static long ofMillis(BigDecimal millis) {
    if (Math.abs((long) millis.scale()) > MAX_TEXT) { // such as 1e999999999: writing it out would take for ever
      return millis.signum() < 0 ? -Long.MAX_VALUE : millis.scale() < 0 ? Long.MAX_VALUE : 0;
    }
    BigDecimal micros = millis.movePointRight(3).setScale(0, RoundingMode.FLOOR);
    return micros.unscaledValue().bitLength() < Long.SIZE ? micros.longValue() : micros.signum() * Long.MAX_VALUE;
  }

  private static long ofIso(String text) {
    long micros = IsoTime.micros(text);
    if (micros != IsoTime.NO_TIME && micros != IsoTime.TOO_PRECISE) {
      return micros;
    }
    TemporalAccessor time = LENIENT.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
    Instant instant = time instanceof OffsetDateTime zoned ? zoned.toInstant() : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    try {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    } catch (ArithmeticException e) {
      return instant.isBefore(Instant.EPOCH) ? -Long.MAX_VALUE : Long.MAX_VALUE;
    }
  }
}
