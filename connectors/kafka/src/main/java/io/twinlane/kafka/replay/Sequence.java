package io.twinlane.kafka.replay;

import io.twinlane.normalize.Recording.Recorded;
import java.util.List;
import java.util.PriorityQueue;

/**
 * All tracks of one topic, merged into one order by receive time: the same at every speed, and the same as if one recording held them all.
 * A track is opened when its first message is due, so that a hundred recordings of a hundred days are not open together.
 */
final class Sequence implements Comparable<Sequence>, AutoCloseable {
  private final PriorityQueue<Voice> waiting = new PriorityQueue<>();
  private final Timeline timeline;
  private Voice current;
  private long place;
  private long sent;

  /** @param tracks of one topic, in the order that decides where times are equal or missing */
  Sequence(List<Track> tracks, Timeline timeline) {
    this.timeline = timeline;
    for (int i = 0; i < tracks.size(); i++) {
      waiting.add(new Voice(tracks.get(i), i));
    }
  }

  /** Steps to the next message; false when all tracks are at their end. */
  boolean advance() {
    sent += current == null ? 0 : 1;
    if (current != null && current.advance()) {
      waiting.add(current);
    }
    current = waiting.poll();
    while (current != null && !current.begun() && !current.advance()) {
      current = waiting.poll();
    }
    if (current != null && current.timed()) {
      place = timeline.place(current.time());
    }
    return current != null;
  }

  Track track() {
    return current.track();
  }

  Recorded message() {
    return current.message();
  }

  /** Where on the timeline the message is; one without a time is where the one before it is. */
  long place() {
    return place;
  }

  /** By place; topics whose messages are due together take turns. */
  @Override
  public int compareTo(Sequence other) {
    int byPlace = Long.compare(place, other.place);
    return byPlace != 0 ? byPlace : Long.compare(sent, other.sent);
  }

  @Override
  public void close() {
    waiting.forEach(Voice::close);
    if (current != null) {
      current.close();
    }
  }
}
