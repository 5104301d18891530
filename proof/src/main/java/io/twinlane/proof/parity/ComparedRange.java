package io.twinlane.proof.parity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Which rows were compared: those that both sides can still tell of.
 *
 * @param from arrival of the first such row on either side; null when there was none
 * @param to arrival of the last one
 * @param before rows of silver, of whatever source, that came too early: the other side may have forgotten them
 */
public record ComparedRange(Instant from, Instant to, long before) {
  /** Nothing was compared, and nothing left out. */
  public static final ComparedRange NONE = new ComparedRange(null, null, 0);

  /** From the first to the last arrival, in microseconds; none at all where the first is after the last. */
  static ComparedRange of(long first, long last, long before) {
    return first > last ? new ComparedRange(null, null, before) : new ComparedRange(time(first), time(last), before);
  }

  private static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
