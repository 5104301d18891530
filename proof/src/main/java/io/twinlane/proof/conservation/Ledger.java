package io.twinlane.proof.conservation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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

  private final Map<String, OffsetSet> messages = new TreeMap<>();
  private final Map<Outcome, Map<String, OffsetSet>> seen = new EnumMap<>(Outcome.class);
  private final Map<String, Long> reasons = new TreeMap<>();
  private final IdentitySet unqualifiedRows = new IdentitySet();
  /** By origin and reason, the messages whose unqualified row that came first has it. */
  private final Map<String, Map<String, OffsetSet>> firstReasons = new HashMap<>();

  public Ledger() {
    for (Outcome outcome : Outcome.values()) {
      seen.put(outcome, new HashMap<>());
    }
  }

  /** States that an origin holds the raw messages with offsets from one to before another. */
  public void raw(String origin, long from, long end) {
    messages.computeIfAbsent(origin, unused -> new OffsetSet()).add(from, end);
  }

  /** Whether a raw message was stated. */
  public boolean knows(String origin, long offset) {
    return messages.containsKey(origin) && messages.get(origin).contains(offset);
  }

  public void rows(String origin, long offset) {
    mark(Outcome.ROWS, origin, offset);
  }

  public void dropped(String origin, long offset) {
    mark(Outcome.DROPPED, origin, offset);
  }

  /** One unqualified row of a message; each counts once under its reason. */
  public void unqualified(String origin, long offset, int rowIndex, String reason) {
    if (!of(Outcome.UNQUALIFIED, origin).contains(offset)) {
      mark(Outcome.UNQUALIFIED, origin, offset);
      firstReasons.computeIfAbsent(origin, unused -> new TreeMap<>()).computeIfAbsent(reason, unused -> new OffsetSet()).add(offset);
    }
    if (unqualifiedRows.add(origin, offset, rowIndex)) {
      reasons.merge(reason, 1L, Long::sum);
    }
  }

  private void mark(Outcome outcome, String origin, long offset) {
    seen.get(outcome).computeIfAbsent(origin, unused -> new OffsetSet()).add(offset);
  }

  /** The count as it stands now. */
  public SourceCount count() {
    long raw = messages.values().stream().mapToLong(OffsetSet::size).sum();
    long withRows = 0;
    long unqualified = 0;
    long drops = 0;
    List<String> findings = new ArrayList<>();
    for (String origin : origins()) {
      OffsetSet rows = of(Outcome.ROWS, origin);
      OffsetSet bad = of(Outcome.UNQUALIFIED, origin).without(rows);
      OffsetSet dropped = of(Outcome.DROPPED, origin);
      withRows += rows.size();
      unqualified += bad.size();
      drops += dropped.size();
      find(origin, rows.or(bad), dropped, findings);
    }
    return new SourceCount(raw, withRows, unqualified, drops, new TreeMap<>(reasons), findings);
  }

  /** The messages that gave unqualified rows alone, counted by the reason of their first one. */
  public Map<String, Long> unqualifiedMessages() {
    Map<String, Long> counts = new TreeMap<>();
    firstReasons.forEach((origin, byReason) -> byReason.forEach((reason, offsets) ->
        counts.merge(reason, offsets.without(of(Outcome.ROWS, origin)).size(), Long::sum)));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private void find(String origin, OffsetSet kept, OffsetSet dropped, List<String> findings) {
    OffsetSet raw = messages.getOrDefault(origin, new OffsetSet());
    OffsetSet accounted = kept.or(dropped);
    tell(raw.without(accounted), " left no trace", origin, findings);
    tell(accounted.without(raw), " has a result but no raw message", origin, findings);
    tell(dropped.and(kept), " was both kept and dropped", origin, findings);
  }

  private static void tell(OffsetSet offsets, String what, String origin, List<String> findings) {
    offsets.first(SHOWN - findings.size()).forEach(offset -> findings.add(origin + " offset " + offset + what));
  }

  private OffsetSet of(Outcome outcome, String origin) {
    return seen.get(outcome).getOrDefault(origin, new OffsetSet());
  }

  private Set<String> origins() {
    Set<String> origins = new TreeSet<>(messages.keySet());
    seen.values().forEach(byOrigin -> origins.addAll(byOrigin.keySet()));
    return origins;
  }
}
