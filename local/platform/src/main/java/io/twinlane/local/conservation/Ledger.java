package io.twinlane.local.conservation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps account of one source: which raw messages exist and what became of each, by identity, so that a message delivered twice counts once
 * and a message that left no trace is found. Not thread-safe.
 */
public final class Ledger {
  private static final int SHOWN = 5;

  private final Map<String, Long> ends = new TreeMap<>();
  private final Map<Outcome, Map<String, BitSet>> seen = new EnumMap<>(Outcome.class);
  private final Map<String, Long> reasons = new TreeMap<>();
  private final Set<String> unqualifiedParts = new HashSet<>();

  public Ledger() {
    for (Outcome outcome : Outcome.values()) {
      seen.put(outcome, new HashMap<>());
    }
  }

  /** States that an origin holds the raw messages with offsets from 0 to before {@code end}. */
  public void raw(String origin, long end) {
    ends.merge(origin, end, Math::max);
  }

  public void rows(String origin, long offset) {
    mark(Outcome.ROWS, origin, offset);
  }

  public void dropped(String origin, long offset) {
    mark(Outcome.DROPPED, origin, offset);
  }

  /** One unqualified row of a message; each counts once under its reason. */
  public void unqualified(String origin, long offset, int rowIndex, String reason) {
    mark(Outcome.UNQUALIFIED, origin, offset);
    if (unqualifiedParts.add(origin + ' ' + offset + ' ' + rowIndex)) {
      reasons.merge(reason, 1L, Long::sum);
    }
  }

  private void mark(Outcome outcome, String origin, long offset) {
    seen.get(outcome).computeIfAbsent(origin, unused -> new BitSet()).set(Math.toIntExact(offset));
  }

  /** The count as it stands now. */
  public SourceCount count() {
    long raw = ends.values().stream().mapToLong(Long::longValue).sum();
    long withRows = 0;
    long unqualified = 0;
    long drops = 0;
    List<String> findings = new ArrayList<>();
    for (String origin : origins()) {
      BitSet rows = of(Outcome.ROWS, origin);
      BitSet bad = (BitSet) of(Outcome.UNQUALIFIED, origin).clone();
      bad.andNot(rows);
      BitSet dropped = of(Outcome.DROPPED, origin);
      withRows += rows.cardinality();
      unqualified += bad.cardinality();
      drops += dropped.cardinality();
      find(origin, rows, bad, dropped, findings);
    }
    return new SourceCount(raw, withRows, unqualified, drops, new TreeMap<>(reasons), findings);
  }

  private void find(String origin, BitSet rows, BitSet bad, BitSet dropped, List<String> findings) {
    BitSet accounted = (BitSet) rows.clone();
    accounted.or(bad);
    accounted.or(dropped);
    long end = ends.getOrDefault(origin, 0L);
    for (int gap = accounted.nextClearBit(0); gap < end && findings.size() < SHOWN; gap = accounted.nextClearBit(gap + 1)) {
      findings.add(origin + " offset " + gap + " left no trace");
    }
    if (accounted.length() > end && findings.size() < SHOWN) {
      findings.add(origin + " offset " + (accounted.length() - 1) + " has a result but no raw message");
    }
    BitSet twice = (BitSet) dropped.clone();
    BitSet kept = (BitSet) rows.clone();
    kept.or(bad);
    twice.and(kept);
    if (!twice.isEmpty() && findings.size() < SHOWN) {
      findings.add(origin + " offset " + twice.nextSetBit(0) + " was both kept and dropped");
    }
  }

  private BitSet of(Outcome outcome, String origin) {
    return seen.get(outcome).getOrDefault(origin, new BitSet());
  }

  private Set<String> origins() {
    Set<String> origins = new TreeSet<>(ends.keySet());
    seen.values().forEach(byOrigin -> origins.addAll(byOrigin.keySet()));
    return origins;
  }
}
