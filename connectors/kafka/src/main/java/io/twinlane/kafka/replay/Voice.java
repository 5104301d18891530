package io.twinlane.kafka.replay;

import io.twinlane.normalize.Recording.Recorded;
import java.io.IOException;

/** A track while it is played: its next message and when that is due, in microseconds after the common start. */
final class Voice implements Comparable<Voice> {
  private final Track track;
  private final Speed speed;
  private Recorded next;
  private Long first;
  private long due;
  private long sent;

  Voice(Track track, Speed speed) {
    this.track = track;
    this.speed = speed;
  }

  /** Steps to the next message; false at the end. A message without a time is due together with the one before it. */
  boolean advance() {
    sent += next == null ? 0 : 1;
    try {
      next = track.messages().next();
    } catch (IOException e) {
      throw new ReplayFailed("Cannot read " + track.name() + " after message " + sent + ": " + e.getMessage(), e);
    }
    if (next != null && next.received() != null) {
      first = first == null ? next.received() : first;
      due = speed.played(next.received() - first);
    }
    return next != null;
  }

  Track track() {
    return track;
  }

  Recorded message() {
    return next;
  }

  long dueMicros() {
    return due;
  }

  /** By due time; what is due together is taken in turns. */
  @Override
  public int compareTo(Voice other) {
    int byDue = Long.compare(due, other.due);
    return byDue != 0 ? byDue : Long.compare(sent, other.sent);
  }
}
