package io.twinlane.kafka.replay;

import io.twinlane.normalize.Recording.Recorded;
import io.twinlane.normalize.record.Stretches;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Tracks made of messages in a test. */
public final class Tracks {
  private Tracks() {}

  public static Track of(String topic, String key, Recorded... messages) {
    return of(topic, key, List.of(messages));
  }

  public static Track of(String topic, String key, List<Recorded> messages) {
    Stretches times = new Stretches(MaxGap.STANDARD.micros());
    messages.stream().map(Recorded::received).filter(Objects::nonNull).forEach(times::add);
    return new Track("recording of " + topic, topic, () -> new InMemory(messages.iterator()), body -> key, messages.size(), times);
  }

  private record InMemory(Iterator<Recorded> left) implements Track.Messages {
    @Override
    public Recorded next() {
      return left.hasNext() ? left.next() : null;
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
