package io.twinlane.lake;

import java.time.Instant;
import org.apache.flink.table.data.TimestampData;

/** Microseconds since the epoch and what Flink and Iceberg have in their place. */
final class Times {
  private Times() {}

  static TimestampData of(long micros) {
    return TimestampData.fromEpochMillis(Math.floorDiv(micros, 1000L), (int) Math.floorMod(micros, 1000L) * 1000);
  }

  static long micros(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
  }

  static long micros(TimestampData time) {
    return time.getMillisecond() * 1000 + time.getNanoOfMillisecond() / 1000;
  }
}
