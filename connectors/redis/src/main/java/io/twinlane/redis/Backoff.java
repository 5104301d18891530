package io.twinlane.redis;

/** How long to wait before trying again: 100 ms, doubled each time, 5 s at most. */
final class Backoff {
  private static final long FIRST_MS = 100;
  private static final long LONGEST_MS = 5_000;

  private int failures;

  /** Counts one more failure and says how long to wait. */
  long nextMillis() {
    failures++;
    return Math.min(LONGEST_MS, FIRST_MS << Math.min(failures - 1, 10));
  }

  int failures() {
    return failures;
  }

  void reset() {
    failures = 0;
  }
}
