package io.twinlane.redis;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What a writer counts: keys written, batches tried again, and how long each row took from its raw message to Redis. */
final class WriterMetrics {
  static final int WINDOW = 20_000;

  private final Counter written;
  private final Counter retries;
  private final Histogram rawToVisibleMs;

  WriterMetrics(SinkWriterMetricGroup group) {
    written = group.getNumRecordsSendCounter();
    retries = group.counter("redisRetries");
    rawToVisibleMs = group.histogram("rawToVisibleMs", new DescriptiveStatisticsHistogram(WINDOW));
  }

  void written(Batch batch) {
    written.inc(batch.keys());
    long now = System.currentTimeMillis();
    batch.forEachIngestTime(ingested -> rawToVisibleMs.update(now - ingested));
  }

  void retried() {
    retries.inc();
  }
}
