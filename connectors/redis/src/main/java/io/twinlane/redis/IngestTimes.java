package io.twinlane.redis;

import java.util.Arrays;

/** When the rows that are not in Redis yet reached the platform; every row counts, also one that a later one of its key replaced. */
final class IngestTimes {
  private final WriterMetrics metrics;
  private long[] times = new long[16];
  private int count;
  private int underWay;

  IngestTimes(WriterMetrics metrics) {
    this.metrics = metrics;
  }

  void add(long millis) {
    if (count == WriterMetrics.WINDOW) {
      return;
    }
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
    }
    times[count++] = millis;
  }

  /** What was added so far goes with the batch that is sent now. */
  void sent() {
    underWay = count;
  }

  /** That batch is in Redis. */
  void visible() {
    long now = System.currentTimeMillis();
    for (int i = 0; i < underWay; i++) {
      metrics.visible(times[i], now);
    }
    System.arraycopy(times, underWay, times, 0, count - underWay);
    count -= underWay;
    underWay = 0;
  }
}
