package io.twinlane.kafka.replay;

import io.twinlane.normalize.Recording.Recorded;
import java.io.IOException;

/**
 * A track while it is played. Its place among the others is the latest receive time so far: its own order is the order of receipt and is
 * kept, even where its times go backwards. What comes before its first time goes with that one; a track without times comes last.
 */
final class Voice implements Comparable<Voice>, AutoCloseable {
  private final Track track;
  private final int number;
  private Track.Messages messages;
  private Recorded next;
  private long time;
  private long read;

  /** @param number its place among the tracks of its topic, which decides where times are equal */
  Voice(Track track, int number) {
    this.track = track;
    this.number = number;
    this.time = track.times().isEmpty() ? Long.MAX_VALUE : track.times().start(0);
  }

  /** Steps to the next message, the first one included; false at the end. */
  boolean advance() {
    try {
      messages = messages == null ? track.opener().open() : messages;
      next = messages.next();
    } catch (IOException e) {
      throw new ReplayFailed("Cannot read " + track.name() + " after message " + read + ": " + e.getMessage(), e);
    }
    if (next == null) {
      close();
      return false;
    }
    read++;
    if (next.received() != null && timed()) {
      time = Math.max(time, next.received());
    }
    return true;
  }

  /** Whether {@link #advance} was called. */
  boolean begun() {
    return messages != null;
  }

  Track track() {
    return track;
  }

  Recorded message() {
    return next;
  }

  boolean timed() {
    return time != Long.MAX_VALUE;
  }

  long time() {
    return time;
  }

  @Override
  public int compareTo(Voice other) {
    int byTime = Long.compare(time, other.time);
    return byTime != 0 ? byTime : Integer.compare(number, other.number);
  }

  @Override
  public void close() {
    try {
      if (messages != null) {
        messages.close();
      }
    } catch (IOException e) {
      throw new ReplayFailed("Cannot close " + track.name() + ": " + e.getMessage(), e);
    }
  }
}
