package io.twinlane.kafka.replay;

import io.twinlane.normalize.Recording.Recorded;
import java.util.Iterator;
import java.util.List;

/** Tracks made of messages in a test. */
public final class Tracks {
  private Tracks() {}

  public static Track of(String topic, String key, Recorded... messages) {
    return of(topic, key, List.of(messages));
  }

  public static Track of(String topic, String key, List<Recorded> messages) {
    Iterator<Recorded> left = messages.iterator();
    return new Track("recording of " + topic, topic, () -> left.hasNext() ? left.next() : null, body -> key, messages.size());
  }
}
