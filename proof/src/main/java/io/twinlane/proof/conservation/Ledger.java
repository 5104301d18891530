package io.twinlane.proof.conservation;

import io.twinlane.normalize.MappingVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Keeps account of one source: which raw messages exist and what became of each, by identity, so that a message delivered twice counts once
 * and a message that left no trace is found. What the newest version of the mapping made of a message counts, and nothing of what older
 * ones did: a mended mapping keeps what was dropped, and drops what was kept. Not thread-safe.
 */
public final class Ledger {
  private static final int SHOWN = 5;

  private final Map<String, OffsetSet> messages = new TreeMap<>();
  private final NavigableMap<Long, OutcomesOfVersion> versions = new TreeMap<>(Comparator.reverseOrder());

  /** States that an origin holds the raw messages with offsets from one to before another. */
  public void raw(String origin, long from, long end) {
    messages.computeIfAbsent(origin, unused -> new OffsetSet()).add(from, end);
  }

  /** Whether a raw message was stated. */
  public boolean knows(String origin, long offset) {
    return messages.containsKey(origin) && messages.get(origin).contains(offset);
  }

  /** A row of a message, which a version of the mapping ({@code ib/2}) gave. */
  public void rows(String origin, long offset, String mapping) {
    of(mapping).mark(Outcome.ROWS, origin, offset);
  }

  public void dropped(String origin, long offset, String mapping) {
    of(mapping).mark(Outcome.DROPPED, origin, offset);
  }

  /** One unqualified row of a message; each counts once under its reason. */
  public void unqualified(String origin, long offset, int rowIndex, String mapping, String reason) {
    of(mapping).unqualified(origin, offset, rowIndex, reason);
  }

  private OutcomesOfVersion of(String mapping) {
    return versions.computeIfAbsent(MappingVersion.number(mapping), unused -> new OutcomesOfVersion());
  }

  /** The count as it stands now. */
  public SourceCount count() {
    long raw = messages.values().stream().mapToLong(OffsetSet::size).sum();
    long withRows = 0;
    long unqualified = 0;
    long drops = 0;
    List<String> findings = new ArrayList<>();
    for (String origin : origins()) {
      OffsetSet rows = newest(Outcome.ROWS, origin);
      OffsetSet bad = newest(Outcome.UNQUALIFIED, origin).without(rows);
      OffsetSet dropped = newest(Outcome.DROPPED, origin);
      withRows += rows.size();
      unqualified += bad.size();
      drops += dropped.size();
      find(origin, rows.or(bad), dropped, findings);
    }
    Map<String, Long> reasons = new TreeMap<>();
    eachVersion((version, settled) -> version.addReasons(reasons, settled));
    return new SourceCount(raw, withRows, unqualified, drops, reasons, findings);
  }

  /** The messages that gave unqualified rows alone, counted by the reason of their first one. */
  public Map<String, Long> unqualifiedMessages() {
    Map<String, Long> counts = new TreeMap<>();
    eachVersion((version, settled) -> version.addFirstReasons(counts, settled));
    return counts;
  }

  /** The messages of an origin that came to this under the newest version that made anything of them. */
  private OffsetSet newest(Outcome outcome, String origin) {
    OffsetSet found = new OffsetSet();
    OffsetSet settled = new OffsetSet();
    for (OutcomesOfVersion version : versions.values()) {
      found = found.or(version.of(outcome, origin).without(settled));
      settled = settled.or(version.all(origin));
    }
    return found;
  }

  /** Hands over every version, the newest first, with the messages that newer ones have settled. */
  private void eachVersion(BiConsumer<OutcomesOfVersion, Map<String, OffsetSet>> visitor) {
    Map<String, OffsetSet> settled = new HashMap<>();
    for (OutcomesOfVersion version : versions.values()) {
      visitor.accept(version, settled);
      version.origins().forEach(origin -> settled.merge(origin, version.all(origin), OffsetSet::or));
    }
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

  private Set<String> origins() {
    Set<String> origins = new TreeSet<>(messages.keySet());
    versions.values().forEach(version -> origins.addAll(version.origins()));
    return origins;
  }
}
