package io.twinlane.normalize.record;

import java.util.Arrays;

/**
 * When a recording has messages, in microseconds UTC: stretches of time in ascending order, within which no pause is longer than a limit.
 * A time that goes back behind an earlier one counts as that earlier one, for the order in a file is the order of receipt.
 */
public final class Stretches {
  private final long longestPause;
  private long[] bounds = new long[16];
  private int size;

  /** @param longestPause microseconds without a message that a stretch may hold */
  public Stretches(long longestPause) {
    this.longestPause = longestPause;
  }

  /** Adds the next message's receive time. */
  public void add(long micros) {
    if (size > 0 && micros - bounds[2 * size - 1] <= longestPause) {
      bounds[2 * size - 1] = Math.max(bounds[2 * size - 1], micros);
      return;
    }
    if (2 * size == bounds.length) {
      bounds = Arrays.copyOf(bounds, bounds.length * 2);
    }
    bounds[2 * size] = micros;
    bounds[2 * size + 1] = micros;
    size++;
  }

  /** Whether no message says when it was received. */
  public boolean isEmpty() {
    return size == 0;
  }

  public int size() {
    return size;
  }

  public long start(int stretch) {
    return bounds[2 * stretch];
  }

  public long end(int stretch) {
    return bounds[2 * stretch + 1];
  }
}
