package io.twinlane.redis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;

/** Changes that go to Redis together, at most one a key: the last one. */
final class Batch {
  /** Stands for "the key goes": the arguments of a write are never empty. */
  static final String[] DELETE = {};

  private final Map<String, String[]> changes = new LinkedHashMap<>();
  private long[] ingestTimes = new long[16];
  private int ingestCount;

  void put(String key, String[] arguments) {
    changes.put(key, arguments);
  }

  /** Remembers when a row of this batch reached the platform; every row counts, also one that a later one of its key replaced. */
  void ingested(long millis) {
    if (ingestCount == WriterMetrics.WINDOW) {
      return;
    }
    if (ingestCount == ingestTimes.length) {
      ingestTimes = Arrays.copyOf(ingestTimes, 2 * ingestCount);
    }
    ingestTimes[ingestCount++] = millis;
  }

  /** Takes over what came later; where both have a key, the later change holds. */
  void follow(Batch later) {
    changes.putAll(later.changes);
    later.forEachIngestTime(this::ingested);
  }

  void forEach(BiConsumer<String, String[]> action) {
    changes.forEach(action);
  }

  void forEachIngestTime(LongConsumer action) {
    Arrays.stream(ingestTimes, 0, ingestCount).forEach(action);
  }

  int keys() {
    return changes.size();
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }
}
