package io.twinlane.clickhouse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits longer after each failure of one insert, up to a limit, and says so in the log. */
final class Backoff {
  private static final Logger LOG = LoggerFactory.getLogger(Backoff.class);
  private static final long FIRST_MS = 100;
  private static final long LONGEST_MS = 10_000;

  private final long begun = System.nanoTime();
  private int failures;

  void pause(TableInsert insert, int rows, Exception failure) throws InterruptedException {
    long pause = Math.min(LONGEST_MS, FIRST_MS << Math.min(failures, 20));
    failures++;
    LOG.warn("Cannot insert {} rows into {}: {}. Nothing is lost; attempt {} follows in {} ms",
        rows, insert, Answers.reason(failure), failures + 1, pause);
    Thread.sleep(pause);
  }

  void report(TableInsert insert, int rows) {
    if (failures > 0) {
      LOG.info("Inserted {} rows into {} after {} failures in {} ms", rows, insert, failures, (System.nanoTime() - begun) / 1_000_000);
    }
  }
}
