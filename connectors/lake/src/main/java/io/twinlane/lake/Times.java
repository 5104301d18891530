package io.twinlane.lake;

import org.apache.flink.table.data.TimestampData;

/** Microseconds since the epoch, as Flink rows hold them. */
final class Times {
  private Times() {}

  static TimestampData of(long micros) {
    return TimestampData.fromEpochMillis(Math.floorDiv(micros, 1000L), (int) Math.floorMod(micros, 1000L) * 1000);
  }

  static long micros(TimestampData time) {
    return time.getMillisecond() * 1000 + time.getNanoOfMillisecond() / 1000;
  }
}
