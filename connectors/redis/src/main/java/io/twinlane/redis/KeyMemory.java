package io.twinlane.redis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The newest change of every key that lives, by what became of it: waiting, under way, refused, written. A key may be under way and wait
 * again. What it takes is counted in bytes; whoever adds makes room first. For one thread.
 */
final class KeyMemory {
  private final long mostBytes;
  private final Map<String, Change> written = new LinkedHashMap<>();
  private final Map<String, Change> refused = new LinkedHashMap<>();
  private final Map<String, Change> underWay = new LinkedHashMap<>();
  private final Map<String, Change> waiting = new LinkedHashMap<>();
  private final Set<String> unsaved = new HashSet<>();
  private long bytes;
  private long refusedBytes;

  /** Keeps what is known of a key: its change, null for nothing, and whether Redis still lacks it. */
  @FunctionalInterface
  interface Saver {
    void save(String key, Change change, boolean pending) throws Exception;
  }

  KeyMemory(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The change waits, and what was known of its key before is forgotten; a key that is refused keeps waiting for its next try. */
  void add(Change change) {
    Change before = refused.get(change.key());
    drop(written, change.key());
    if (before != null) {
      put(refused, change.with(before.refusals()));
    } else {
      put(waiting, change);
    }
  }

  /** What a checkpoint held. */
  void restore(Change change, boolean pending) {
    put(pending ? waiting : written, change);
    unsaved.remove(change.key());
  }

  boolean fits(Change change) {
    return bytes + change.bytes() <= mostBytes;
  }

  /** At most so many waiting changes, the eldest first, and no more bytes than that unless it is one change alone. */
  List<Change> take(int mostChanges, long mostBytesTaken) {
    List<Change> taken = new ArrayList<>();
    long size = 0;
    for (Change change : waiting.values()) {
      size += change.bytes();
      if (taken.size() == mostChanges || size > mostBytesTaken && !taken.isEmpty()) {
        break;
      }
      taken.add(change);
    }
    taken.forEach(change -> move(change, waiting, underWay));
    return taken;
  }

  /** A refused change that is sent with no other and whose time has come, or null. */
  Change takeAlone(long now) {
    for (Change change : refused.values()) {
      if (change.refusals().alone() && change.refusals().againAt() <= now) {
        move(change, refused, underWay);
        return change;
      }
    }
    return null;
  }

  /** Refused changes whose time has come wait with the others. */
  void tryRefusedAgain(long now) {
    List<Change> due = refused.values().stream().filter(c -> !c.refusals().alone() && c.refusals().againAt() <= now).toList();
    due.forEach(change -> move(change, refused, waiting));
  }

  /** Redis has taken it. */
  void written(Change change) {
    drop(underWay, change.key());
    unsaved.add(change.key());
    if (!change.deletes() && !newer(change)) {
      put(written, change.with(KeyRefusals.NONE));
    }
  }

  /** Redis will not take it now; a later change of the key takes its place. */
  void refused(Change change, KeyRefusals refusals) {
    drop(underWay, change.key());
    Change later = drop(waiting, change.key());
    put(refused, (later == null ? change : later).with(refusals));
  }

  /** Nobody knows what became of them: they wait again, ahead of the others, in their order. */
  void unanswered(List<Change> changes) {
    List<Change> later = new ArrayList<>(waiting.values());
    later.forEach(change -> drop(waiting, change.key()));
    for (Change change : changes) {
      drop(underWay, change.key());
      put(waiting, change);
    }
    later.forEach(change -> put(waiting, change));
  }

  /** Redis has lost it: it is written again. Does nothing for a key that is not written any more. */
  boolean lost(String key, long now) {
    Change change = written.get(key);
    if (change == null || change.expired(now)) {
      return false;
    }
    move(change, written, waiting);
    return true;
  }

  /** Forgets what does not live any more; says how many changes never reached Redis. */
  int expire(long now) {
    forget(written, now, true);
    return forget(waiting, now, false) + forget(refused, now, false);
  }

  /** Forgets the eldest written key: it lives in Redis, but is not written again should Redis lose it. */
  boolean forgetWritten() {
    return forgetEldest(written);
  }

  boolean forgetWaiting() {
    return forgetEldest(waiting);
  }

  /** Forgets the eldest refused key, when refused keys take more than half of the room or nothing else takes any. */
  boolean forgetRefused() {
    return (refusedBytes > mostBytes / 2 || unanswered() == 0) && forgetEldest(refused);
  }

  /** Keys whose newest change Redis has not answered, refused ones left out. */
  int unanswered() {
    return waiting.size() + underWay.size();
  }

  int waiting() {
    return waiting.size();
  }

  int refused() {
    return refused.size();
  }

  long bytes() {
    return bytes;
  }

  List<String> writtenKeys() {
    return new ArrayList<>(written.keySet());
  }

  int unsaved() {
    return unsaved.size();
  }

  /** Tells of each key that changed since this was last asked. */
  void save(Saver saver) throws Exception {
    for (String key : unsaved) {
      Change lacking = Stream.of(waiting, refused, underWay).map(place -> place.get(key)).filter(Objects::nonNull).findFirst().orElse(null);
      saver.save(key, lacking == null ? written.get(key) : lacking, lacking != null);
    }
    unsaved.clear();
  }

  private boolean newer(Change change) {
    return waiting.containsKey(change.key()) || refused.containsKey(change.key());
  }

  private int forget(Map<String, Change> place, long now, boolean inOrder) {
    int forgotten = 0;
    for (Iterator<Change> changes = place.values().iterator(); changes.hasNext();) {
      Change change = changes.next();
      if (change.expired(now)) {
        changes.remove();
        forgotten++;
        account(place, change, -1);
      } else if (inOrder) {
        break;
      }
    }
    return forgotten;
  }

  private boolean forgetEldest(Map<String, Change> place) {
    Iterator<Change> eldest = place.values().iterator();
    if (!eldest.hasNext()) {
      return false;
    }
    Change change = eldest.next();
    eldest.remove();
    account(place, change, -1);
    return true;
  }

  private void move(Change change, Map<String, Change> from, Map<String, Change> to) {
    drop(from, change.key());
    put(to, change);
  }

  private void put(Map<String, Change> place, Change change) {
    Change before = place.put(change.key(), change);
    if (before != null) {
      account(place, before, -1);
    }
    account(place, change, 1);
  }

  private Change drop(Map<String, Change> place, String key) {
    Change change = place.remove(key);
    if (change != null) {
      account(place, change, -1);
    }
    return change;
  }

  private void account(Map<String, Change> place, Change change, int sign) {
    bytes += sign * change.bytes();
    refusedBytes += place == refused ? sign * change.bytes() : 0;
    unsaved.add(change.key());
  }
}
