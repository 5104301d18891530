package io.twinlane.proof.conservation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one version of a source's mapping made of its messages, by identity. Not thread-safe. */
final class OutcomesOfVersion {
  private final Map<Outcome, Map<String, OffsetSet>> seen = new EnumMap<>(Outcome.class);
  private final IdentitySet unqualifiedRows = new IdentitySet();
  private final Map<String, IdentitySet> rowsByReason = new TreeMap<>();
  /** By origin and reason, the messages whose unqualified row that came first has it. */
  private final Map<String, Map<String, OffsetSet>> firstReasons = new HashMap<>();

  OutcomesOfVersion() {
    for (Outcome outcome : Outcome.values()) {
      seen.put(outcome, new HashMap<>());
    }
  }

  void mark(Outcome outcome, String origin, long offset) {
    seen.get(outcome).computeIfAbsent(origin, unused -> new OffsetSet()).add(offset);
  }

  void unqualified(String origin, long offset, int rowIndex, String reason) {
    if (!of(Outcome.UNQUALIFIED, origin).contains(offset)) {
      mark(Outcome.UNQUALIFIED, origin, offset);
      firstReasons.computeIfAbsent(origin, unused -> new TreeMap<>()).computeIfAbsent(reason, unused -> new OffsetSet()).add(offset);
    }
    if (unqualifiedRows.add(origin, offset, rowIndex)) {
      rowsByReason.computeIfAbsent(reason, unused -> new IdentitySet()).add(origin, offset, rowIndex);
    }
  }

  OffsetSet of(Outcome outcome, String origin) {
    return seen.get(outcome).getOrDefault(origin, new OffsetSet());
  }

  /** The messages of an origin of which it made anything. */
  OffsetSet all(String origin) {
    return of(Outcome.ROWS, origin).or(of(Outcome.UNQUALIFIED, origin)).or(of(Outcome.DROPPED, origin));
  }

  Set<String> origins() {
    Set<String> origins = new TreeSet<>();
    seen.values().forEach(byOrigin -> origins.addAll(byOrigin.keySet()));
    return origins;
  }

  /** Adds its unqualified rows by reason, without those of messages that were settled otherwise. */
  void addReasons(Map<String, Long> counts, Map<String, OffsetSet> settled) {
    rowsByReason.forEach((reason, rows) -> add(counts, reason, rows.sizeWithout(settled)));
  }

  /** Adds its messages that gave unqualified rows alone by their first reason, without those that were settled otherwise. */
  void addFirstReasons(Map<String, Long> counts, Map<String, OffsetSet> settled) {
    firstReasons.forEach((origin, byReason) -> byReason.forEach((reason, offsets) -> add(counts, reason,
        offsets.without(of(Outcome.ROWS, origin)).without(settled.getOrDefault(origin, new OffsetSet())).size())));
  }

  private static void add(Map<String, Long> counts, String reason, long count) {
    if (count > 0) {
      counts.merge(reason, count, Long::sum);
    }
  }
}
