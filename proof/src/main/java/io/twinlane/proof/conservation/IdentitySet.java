package io.twinlane.proof.conservation;

import java.util.HashMap;
import java.util.Map;

/** Identities of rows, held as bits by origin and row index: there may be millions. Not thread-safe. */
final class IdentitySet {
  private final Map<String, Map<Integer, OffsetSet>> byOrigin = new HashMap<>();
  private long size;

  /** Whether it was not there yet. */
  boolean add(String origin, long offset, int rowIndex) {
    OffsetSet offsets = byOrigin.computeIfAbsent(origin, unused -> new HashMap<>()).computeIfAbsent(rowIndex, unused -> new OffsetSet());
    if (offsets.contains(offset)) {
      return false;
    }
    offsets.add(offset);
    size++;
    return true;
  }

  long size() {
    return size;
  }
}
