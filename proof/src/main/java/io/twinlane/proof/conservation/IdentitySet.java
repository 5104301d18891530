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

  /** How many there are of other messages than these. */
  long sizeWithout(Map<String, OffsetSet> messages) {
    long left = 0;
    for (Map.Entry<String, Map<Integer, OffsetSet>> origin : byOrigin.entrySet()) {
      OffsetSet without = messages.getOrDefault(origin.getKey(), new OffsetSet());
      left += origin.getValue().values().stream().mapToLong(offsets -> offsets.without(without).size()).sum();
    }
    return left;
  }
}
