package io.twinlane.proof.conservation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Offsets of one origin, wherever they begin and however large they are; a stretch without gaps costs a bit each. Not thread-safe. */
final class OffsetSet {
  private static final int CHUNK = 1 << 16;

  private final TreeMap<Long, BitSet> chunks = new TreeMap<>();

  void add(long offset) {
    chunk(offset).set((int) Math.floorMod(offset, (long) CHUNK));
  }

  /** Adds the offsets from one to before another. */
  void add(long from, long end) {
    for (long at = from; at < end; ) {
      int first = (int) Math.floorMod(at, (long) CHUNK);
      int last = (int) Math.min(CHUNK, first + end - at);
      chunk(at).set(first, last);
      at += last - first;
    }
  }

  boolean contains(long offset) {
    BitSet chunk = chunks.get(Math.floorDiv(offset, (long) CHUNK));
    return chunk != null && chunk.get((int) Math.floorMod(offset, (long) CHUNK));
  }

  long size() {
    return chunks.values().stream().mapToLong(BitSet::cardinality).sum();
  }

  OffsetSet or(OffsetSet other) {
    OffsetSet result = combined(other, BitSet::or);
    other.chunks.forEach((number, chunk) -> result.chunks.computeIfAbsent(number, unused -> (BitSet) chunk.clone()));
    return result;
  }

  OffsetSet and(OffsetSet other) {
    return combined(other, BitSet::and);
  }

  OffsetSet without(OffsetSet other) {
    return combined(other, BitSet::andNot);
  }

  /** The smallest offsets, at most so many. */
  List<Long> first(int most) {
    List<Long> first = new ArrayList<>();
    for (Map.Entry<Long, BitSet> entry : chunks.entrySet()) {
      for (int bit = entry.getValue().nextSetBit(0); bit >= 0 && first.size() < most; bit = entry.getValue().nextSetBit(bit + 1)) {
        first.add(entry.getKey() * CHUNK + bit);
      }
    }
    return first;
  }

  private OffsetSet combined(OffsetSet other, BiConsumer<BitSet, BitSet> how) {
    OffsetSet result = new OffsetSet();
    chunks.forEach((number, chunk) -> {
      BitSet copy = (BitSet) chunk.clone();
      how.accept(copy, other.chunks.getOrDefault(number, new BitSet()));
      result.chunks.put(number, copy);
    });
    return result;
  }

  private BitSet chunk(long offset) {
    return chunks.computeIfAbsent(Math.floorDiv(offset, (long) CHUNK), unused -> new BitSet());
  }
}
