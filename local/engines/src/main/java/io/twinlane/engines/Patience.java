package io.twinlane.engines;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for another process: looks again every few milliseconds, up to a limit. */
final class Patience {
  private static final Duration STEP = Duration.ofMillis(20);

  private Patience() {
  }

  /** True as soon as the condition holds, false when the limit passed first. */
  static boolean until(Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause(STEP);
    }
    return true;
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Cannot go on waiting: interrupted", e);
    }
  }
}
