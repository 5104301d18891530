package io.twinlane.redis;

import java.time.Duration;

/** Lets something be said once a minute. */
final class Seldom {
  private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

  private long next = System.nanoTime();

  boolean now() {
    long now = System.nanoTime();
    if (now - next < 0) {
      return false;
    }
    next = now + PAUSE_NANOS;
    return true;
  }
}
