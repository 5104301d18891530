package io.twinlane.clickhouse;

import java.time.Duration;
import org.apache.flink.util.concurrent.ExponentialBackoffRetryStrategy;
import org.apache.flink.util.concurrent.RetryStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits longer after each failure of inserts into one table, up to a limit, and says so in the log and by a metric. */
final class InsertRetries {
  private static final Logger LOG = LoggerFactory.getLogger(InsertRetries.class);
  private static final RetryStrategy FROM_THE_BEGINNING =
      new ExponentialBackoffRetryStrategy(Integer.MAX_VALUE, Duration.ofMillis(100), Duration.ofSeconds(10));

  private final TableInsert insert;
  private final DeliveryMetrics metrics;
  private long begun;
  private RetryStrategy next = FROM_THE_BEGINNING;
  private int failures;

  InsertRetries(TableInsert insert, DeliveryMetrics metrics) {
    this.insert = insert;
    this.metrics = metrics;
  }

  void pause(int rows, Exception failure) throws InterruptedException {
    if (failures == 0) {
      begun = System.nanoTime();
      metrics.waits();
    }
    long pause = next.getRetryDelay().toMillis();
    next = next.getNextRetryStrategy();
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
      next = FROM_THE_BEGINNING;
    }
    metrics.goesOn();
  }
}
