package io.twinlane.kafka.codec;

import java.time.Instant;

/** When a message reached the platform. Stores part their rows by it: a damaged one would leave with a day that is long over, or never. */
final class ArrivalTime {
  private static final long LATEST_MICROS = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond() * 1_000_000;

  private ArrivalTime() {}

  static void require(long micros) {
    if (micros < 0 || micros >= LATEST_MICROS) {
      throw new IllegalArgumentException("its ingest_time " + micros + " us is outside the years 1970 to 2199");
    }
  }
}
