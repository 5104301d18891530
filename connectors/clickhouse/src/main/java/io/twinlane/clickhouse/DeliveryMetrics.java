package io.twinlane.clickhouse;

import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What an operator watches of a sink: rows and inserts, failed attempts, refused rows, how long it waits, and how old rows are when they can be seen. */
final class DeliveryMetrics {
  static final String RAW_TO_VISIBLE = "rawToVisibleMs";
  private static final int WINDOW = 20_000;

  private final Counter rows;
  private final Counter inserts;
  private final Counter retries;
  private final Counter refused;
  private final Counter parted;
  private final Histogram rawToVisible;
  private volatile long waitingSince;

  DeliveryMetrics(MetricGroup group) {
    rows = group.counter("rows", new ThreadSafeSimpleCounter());
    inserts = group.counter("inserts", new ThreadSafeSimpleCounter());
    retries = group.counter("retries", new ThreadSafeSimpleCounter());
    refused = group.counter("refused", new ThreadSafeSimpleCounter());
    parted = group.counter("partedMessages", new ThreadSafeSimpleCounter());
    group.gauge("waitingMs", this::waitingMs);
    rawToVisible = group.histogram(RAW_TO_VISIBLE, new DescriptiveStatisticsHistogram(WINDOW));
  }

  <T> void stored(List<T> batch, RowFormat<T> format) {
    long now = System.currentTimeMillis();
    inserts.inc();
    rows.inc(batch.size());
    for (T row : batch) {
      if (format.endsMessage(row)) { // once a message: its rows are as old as each other
        rawToVisible.update(now - format.ingestTime(row) / 1000);
      }
    }
  }

  void retried() {
    retries.inc();
  }

  void refused() {
    refused.inc();
  }

  /** A message was too large to be held back whole. */
  void parted() {
    parted.inc();
  }

  /** ClickHouse does not take rows now. */
  void waits() {
    waitingSince = System.currentTimeMillis();
  }

  void goesOn() {
    waitingSince = 0;
  }

  /** For how long ClickHouse has not taken what it was given; 0 when it takes it. */
  private long waitingMs() {
    long since = waitingSince;
    return since == 0 ? 0 : System.currentTimeMillis() - since;
  }
}
