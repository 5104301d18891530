package io.twinlane.lake;

import java.time.LocalDate;

/** The UTC date that raw files, bronze and silver are partitioned by. */
final class IngestDate {
  private static final long MICROS_PER_DAY = 86_400_000_000L;

  private IngestDate() {}

  /** {@code 2026-11-22} for a time in microseconds. */
  static String of(long micros) {
    return LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_PER_DAY)).toString();
  }

  /** {@code dt=2026-11-22}. */
  static String folder(long micros) {
    return "dt=" + of(micros);
  }
}
