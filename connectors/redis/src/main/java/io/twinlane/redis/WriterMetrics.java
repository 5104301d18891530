package io.twinlane.redis;

import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What a writer counts, and how long each row took from its raw message to Redis. */
final class WriterMetrics {
  static final int WINDOW = 20_000;

  private final MetricGroup group;
  private final Counter written;
  private final Counter retries;
  private final Counter refusals;
  private final Counter rewritten;
  private final Counter forgotten;
  private final Counter unwritten;
  private final Histogram rawToVisibleMs;

  WriterMetrics(MetricGroup group) {
    this.group = group;
    written = group.counter("numRecordsSend");
    retries = group.counter("redisRetries");
    refusals = group.counter("redisRefusals");
    rewritten = group.counter("keysRewritten");
    forgotten = group.counter("keysForgotten");
    unwritten = group.counter("keysNeverWritten");
    rawToVisibleMs = group.histogram("rawToVisibleMs", new DescriptiveStatisticsHistogram(WINDOW));
  }

  /** Shows how a number stands now. */
  void gauge(String name, LongSupplier value) {
    group.gauge(name, value::getAsLong);
  }

  void written(int keys) {
    written.inc(keys);
  }

  void visible(long ingested, long now) {
    rawToVisibleMs.update(now - ingested);
  }

  void retried() {
    retries.inc();
  }

  /** Redis refused a key. */
  void refused() {
    refusals.inc();
  }

  /** Redis had lost keys. */
  void rewritten(int keys) {
    rewritten.inc(keys);
  }

  /** A written key had to make room: it is not written again should Redis lose it. */
  void forgotten() {
    forgotten.inc();
  }

  /** Newest values that will never be in Redis: their time to live ran out before it took them, or they had to make room. */
  void neverWritten(int keys) {
    unwritten.inc(keys);
  }
}
