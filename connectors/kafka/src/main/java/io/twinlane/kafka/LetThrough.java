package io.twinlane.kafka;

import java.util.Arrays;

/**
 * Which rows of one origin and identifier were let through, as stretches: {mapping version, first offset, last offset, last row index}, four
 * numbers a stretch. Rows of one version come in the order of (offset, row index), so a stretch holds all that lies in it; one that comes
 * before all stretches of its version, as when a mended mapping is run over what is older, begins another one. A stretch never changes: the
 * state that held it may be in a checkpoint that is being written.
 */
final class LetThrough {
  private static final int VERSION = 0;
  private static final int FIRST = 1;
  private static final int LAST = 2;
  private static final int LAST_ROW = 3;
  private static final int NUMBERS = 4;

  private LetThrough() {}

  /** Whether the row, or a row that a newer mapping made in its place, was let through. */
  static boolean holds(long[] stretches, long version, long offset, long row) {
    for (int at = 0; at < stretches.length; at += NUMBERS) {
      if (stretches[at + VERSION] >= version && offset >= stretches[at + FIRST] && !beyond(stretches, at, offset, row)) {
        return true;
      }
    }
    return false;
  }

  /** The stretches with one row more, which none of them holds. */
  static long[] with(long[] stretches, long version, long offset, long row) {
    int below = lastBelow(stretches, version, offset, row);
    long[] more = below < 0 ? Arrays.copyOf(stretches, stretches.length + NUMBERS) : stretches.clone();
    int at = below < 0 ? stretches.length : below;
    more[at + VERSION] = version;
    more[at + FIRST] = below < 0 ? offset : stretches[at + FIRST];
    more[at + LAST] = offset;
    more[at + LAST_ROW] = row;
    return withoutCovered(more, at);
  }

  /** The stretch of the version that ends last before the row; -1 when there is none. */
  private static int lastBelow(long[] stretches, long version, long offset, long row) {
    int below = -1;
    for (int at = 0; at < stretches.length; at += NUMBERS) {
      boolean candidate = stretches[at + VERSION] == version && beyond(stretches, at, offset, row);
      if (candidate && (below < 0 || stretches[at + LAST] > stretches[below + LAST])) {
        below = at;
      }
    }
    return below;
  }

  /** Leaves out what older versions gave where a newer one has given all of it. */
  private static long[] withoutCovered(long[] stretches, int by) {
    if (stretches.length == NUMBERS) {
      return stretches;
    }
    int kept = 0;
    long[] left = new long[stretches.length];
    for (int at = 0; at < stretches.length; at += NUMBERS) {
      boolean covered = stretches[at + VERSION] < stretches[by + VERSION] && stretches[at + FIRST] >= stretches[by + FIRST]
          && beyond(stretches, at, stretches[by + LAST], stretches[by + LAST_ROW]);
      if (!covered) {
        System.arraycopy(stretches, at, left, kept, NUMBERS);
        kept += NUMBERS;
      }
    }
    return Arrays.copyOf(left, kept);
  }

  private static boolean beyond(long[] stretches, int at, long offset, long row) {
    return offset > stretches[at + LAST] || offset == stretches[at + LAST] && row > stretches[at + LAST_ROW];
  }
}
