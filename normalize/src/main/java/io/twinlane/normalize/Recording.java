package io.twinlane.normalize;

import io.twinlane.normalize.record.LineReader;
import io.twinlane.normalize.record.Wrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Reads a recording: one plain raw message a line, or {@code {"received": ISO 8601 or epoch ms, "message": "raw text"}}, mixed freely. A
 * message is taken out of the second form only when the line is an object with exactly these two keys, a time (or null) between 1970 and a
 * day from now, and a text: everything else, sound or not, is a message as it stands, bytes included. Blank lines are skipped. Reads as it
 * goes; close it after use.
 */
public final class Recording implements AutoCloseable {
  /** One recorded message; {@code received} is microseconds UTC, null where the recording does not say. */
  public record Recorded(long line, Long received, byte[] message) {}

  private final LineReader lines;
  private final Wrapped wrapped = new Wrapped();
  private final long now;

  private Recording(LineReader lines, Instant now) {
    this.lines = lines;
    this.now = ChronoUnit.MICROS.between(Instant.EPOCH, now);
  }

  public static Recording open(Path file) throws IOException {
    return open(file, Instant.now());
  }

  /**
   * The same, with a clock of the caller.
   *
   * @param now what receive times are measured against: a recording that is read twice must be taken for the same
   */
  public static Recording open(Path file, Instant now) throws IOException {
    return new Recording(new LineReader(Files.newInputStream(file), file.toString()), now);
  }

  /** The next message; null at the end. A line that is too long for memory is refused, and the next call goes on behind it. */
  public Recorded next() throws IOException {
    byte[] line = lines.next();
    if (line == null) {
      return null;
    }
    Recorded unwrapped = wrapped.read(lines.number(), line, now);
    return unwrapped != null ? unwrapped : new Recorded(lines.number(), null, line);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
