package io.twinlane.local.recordings;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Waits for a number to reach its goal for as long as it grows; gives up when it stands still. */
public final class Waiting {
  private static final long LOOK_EVERY_MILLIS = 200;

  private final Duration standstill;

  public Waiting(Duration standstill) {
    this.standstill = standstill;
  }

  /** True when the goal was reached, false when the number stood still for too long. */
  public boolean until(long goal, LongSupplier number) throws InterruptedException {
    long last = -1;
    long lastGrowth = System.nanoTime();
    while (true) {
      long now = number.getAsLong();
      if (now >= goal) {
        return true;
      }
      if (now != last) {
        last = now;
        lastGrowth = System.nanoTime();
      } else if (System.nanoTime() - lastGrowth > standstill.toNanos()) {
        return false;
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
  }
}
