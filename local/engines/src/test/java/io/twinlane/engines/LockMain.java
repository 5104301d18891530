package io.twinlane.engines;

import java.nio.file.Path;
import java.time.Duration;

/** Tries to take a folder and says how that went. */
final class LockMain {
  private LockMain() {
  }

  public static void main(String[] args) {
    try (ProcessLock lock = ProcessLock.take("Kafka", Path.of(args[0]), Duration.ZERO)) {
      System.out.println(lock == null ? "nothing" : "taken");
    } catch (CannotStart e) {
      System.out.println("refused");
    }
  }
}
