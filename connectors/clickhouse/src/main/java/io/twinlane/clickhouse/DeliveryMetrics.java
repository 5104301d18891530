package io.twinlane.clickhouse;

import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What an operator watches of a sink: rows and inserts, failed attempts, refused rows, and how old rows are when they can be seen. */
final class DeliveryMetrics {
  static final String RAW_TO_VISIBLE = "rawToVisibleMs";
  private static final int WINDOW = 20_000;

  private final Counter rows;
  private final Counter inserts;
  private final Counter retries;
  private final Counter refused;
  private final Histogram rawToVisible;

  DeliveryMetrics(MetricGroup group) {
    rows = group.counter("rows", new ThreadSafeSimpleCounter());
    inserts = group.counter("inserts", new ThreadSafeSimpleCounter());
    retries = group.counter("retries", new ThreadSafeSimpleCounter());
    refused = group.counter("refused", new ThreadSafeSimpleCounter());
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
}
