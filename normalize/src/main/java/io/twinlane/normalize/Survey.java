package io.twinlane.normalize;

import io.twinlane.normalize.Recording.Recorded;
import io.twinlane.normalize.record.LineTooLong;
import io.twinlane.normalize.record.Stretches;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a recording holds, found by reading it to its end before any of it is played.
 *
 * @param messages how many messages can be played
 * @param times when they were received, as far as the recording says
 * @param tooLarge what cannot be played: a sentence's end for each line, {@code line 17 is longer than ...}
 */
public record Survey(long messages, Stretches times, List<String> tooLarge) {
  /**
   * Reads a recording to its end.
   *
   * @param now what receive times are measured against
   * @param longestPause microseconds without a message that one stretch of times may hold
   * @param largest bytes that a message may have
   * @param visitor is shown every message that can be played
   */
  public static Survey of(Path file, Instant now, long longestPause, int largest, Consumer<Recorded> visitor) throws IOException {
    Stretches times = new Stretches(longestPause);
    List<String> tooLarge = new ArrayList<>();
    long messages = 0;
    try (Recording recording = Recording.open(file, now)) {
      for (Recorded next = next(recording, tooLarge); next != null; next = next(recording, tooLarge)) {
        if (next.message().length > largest) {
          tooLarge.add("the message in line " + next.line() + " has " + next.message().length + " bytes. Allowed: at most " + largest);
          continue;
        }
        messages++;
        if (next.received() != null) {
          times.add(next.received());
        }
        visitor.accept(next);
      }
    }
    return new Survey(messages, times, tooLarge);
  }

  private static Recorded next(Recording recording, List<String> tooLarge) throws IOException {
    while (true) {
      try {
        return recording.next();
      } catch (LineTooLong e) {
        tooLarge.add("line " + e.line() + " is longer than " + e.limit() + " bytes. Allowed: one message a line");
      }
    }
  }
}
