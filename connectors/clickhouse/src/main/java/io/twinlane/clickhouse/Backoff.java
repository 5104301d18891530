package io.twinlane.clickhouse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits longer after each failure of inserts into one table, up to a limit, and says so in the log and by a metric. */
final class Backoff {
  private static final Logger LOG = LoggerFactory.getLogger(Backoff.class);
  private static final long FIRST_MS = 100;
  private static final long LONGEST_MS = 10_000;

  private final TableInsert insert;
  private final DeliveryMetrics metrics;
  private long begun;
  private int failures;

  Backoff(TableInsert insert, DeliveryMetrics metrics) {
    this.insert = insert;
    this.metrics = metrics;
  }

  void pause(int rows, Exception failure) throws InterruptedException {
    if (failures == 0) {
      begun = System.nanoTime();
      metrics.waits();
    }
    long pause = Math.min(LONGEST_MS, FIRST_MS << Math.min(failures, 20));
    failures++;
    LOG.warn("Cannot insert {} rows into {}: {}. Nothing is lost; attempt {} follows in {} ms",
        rows, insert, Answers.reason(failure), failures + 1, pause);
    Thread.sleep(pause);
  }

  /** Rows were stored. */
  void report(int rows) {
    if (failures > 0) {
      LOG.info("Inserted {} rows into {} after {} failures in {} ms", rows, insert, failures, (System.nanoTime() - begun) / 1_000_000);
      failures = 0;
    }
    metrics.goesOn();
  }
}
