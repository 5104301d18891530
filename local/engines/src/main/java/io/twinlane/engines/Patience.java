package io.twinlane.engines;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waiting for something outside this process, which cannot notify us: looks again every few milliseconds, up to a limit. */
public final class Patience {
  private static final Duration STEP = Duration.ofMillis(20);
  /** A look at how far others are asks their stores. */
  private static final Duration STEP_OF_GROWTH = Duration.ofMillis(200);

  private Patience() {
  }

  /** True as soon as the condition holds, false when the limit passed first. */
  public static boolean until(Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause(STEP);
    }
    return true;
  }

  /** Waits for a number to reach its goal for as long as it grows: false when it stood still for longer than the limit. */
  public static boolean untilReached(long goal, Duration standstill, LongSupplier number) {
    long last = -1;
    long lastGrowth = System.nanoTime();
    for (long now = number.getAsLong(); now < goal; now = number.getAsLong()) {
      if (now != last) {
        last = now;
        lastGrowth = System.nanoTime();
      } else if (System.nanoTime() - lastGrowth > standstill.toNanos()) {
        return false;
      }
      pause(STEP_OF_GROWTH);
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
