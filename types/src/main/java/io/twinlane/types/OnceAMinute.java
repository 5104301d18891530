package io.twinlane.types;

import java.time.Duration;

/** Says when something that may happen with every record is to be logged: a fault that each one meets must not fill a disk. */
public final class OnceAMinute {
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  private boolean logged;
  private long loggedAt;

  /** Whether it may be logged now; if so, it may not for a minute. */
  public boolean due() {
    return due(System.nanoTime());
  }

  boolean due(long nanos) {
    if (logged && nanos - loggedAt < QUIET) {
      return false;
    }
    logged = true;
    loggedAt = nanos;
    return true;
  }
}
