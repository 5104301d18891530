package io.twinlane.normalize;

import io.twinlane.normalize.record.LineReader;
import io.twinlane.normalize.record.Wrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a recording: one plain raw message a line, or {@code {"received": ISO 8601 or epoch ms, "message": "raw text"}}, mixed freely. A
 * line is taken for the second form only when it is an object with exactly these two keys, a readable time (or null) and a text: everything
 * else, sound or not, is a message as it stands, bytes included. Blank lines are skipped. Reads as it goes; close it after use.
 */
public final class Recording implements AutoCloseable {
  /** One recorded message; {@code received} is microseconds UTC, null where the recording does not say. */
  public record Recorded(long line, Long received, byte[] message) {}

  private final LineReader lines;
  private final Wrapped wrapped = new Wrapped();

  private Recording(LineReader lines) {
    this.lines = lines;
  }

  public static Recording open(Path file) throws IOException {
    return new Recording(new LineReader(Files.newInputStream(file), file.toString()));
  }

  /** The next message; null at the end. */
  public Recorded next() throws IOException {
    byte[] line = lines.next();
    if (line == null) {
      return null;
    }
    Recorded unwrapped = wrapped.read(lines.number(), line);
    return unwrapped != null ? unwrapped : new Recorded(lines.number(), null, line);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
