package io.twinlane.kafka.replay;

import io.twinlane.normalize.Recording;
import io.twinlane.normalize.Recording.Recorded;
import io.twinlane.normalize.Survey;
import io.twinlane.normalize.record.Stretches;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;

/**
 * One recording to be played into one raw topic. {@code name} is what an error calls it, {@code key} gives a message's key or null,
 * {@code total} is the number of messages, and {@code times} says when they were received, as far as the recording says.
 */
public record Track(String name, String topic, Opener opener, Function<byte[], String> key, long total, Stretches times) {
  /** A recording in a file, that was surveyed at some time {@code now}. */
  public static Track of(Path file, Instant now, Survey survey, String topic, Function<byte[], String> key) {
    return new Track(file.toString(), topic, () -> new InFile(Recording.open(file, now)), key, survey.messages(), survey.times());
  }

  /** Opens the recording when its turn comes. */
  @FunctionalInterface
  public interface Opener {
    Messages open() throws IOException;
  }

  /** The recorded messages in order; null at the end. */
  public interface Messages extends Closeable {
    Recorded next() throws IOException;
  }

  private record InFile(Recording recording) implements Messages {
    @Override
    public Recorded next() throws IOException {
      return recording.next();
    }

    @Override
    public void close() throws IOException {
      recording.close();
    }
  }
}
