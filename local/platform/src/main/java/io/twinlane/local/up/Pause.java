package io.twinlane.local.up;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something outside this process, which cannot notify us. */
final class Pause {
  private static final long STEP_MS = 50;

  private Pause() {
  }

  /** True as soon as the condition holds, false when the limit has passed first. */
  static boolean until(Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      briefly();
    }
    return true;
  }

  static void briefly() {
    try {
      Thread.sleep(STEP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformRefusal("Cannot go on waiting: interrupted", e);
    }
  }
}
