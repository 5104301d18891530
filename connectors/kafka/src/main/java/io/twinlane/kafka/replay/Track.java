package io.twinlane.kafka.replay;

import io.twinlane.normalize.Recording.Recorded;
import java.io.IOException;
import java.util.function.Function;

/**
 * One recording to be played into one raw topic. {@code name} is what an error calls it, {@code key} gives a message's key or null, and
 * {@code total} is the number of messages, or {@link #UNKNOWN}.
 */
public record Track(String name, String topic, Messages messages, Function<byte[], String> key, long total) {
  public static final long UNKNOWN = -1;

  /** The recorded messages in order; null at the end. {@code recording::next} is one. */
  @FunctionalInterface
  public interface Messages {
    Recorded next() throws IOException;
  }
}
