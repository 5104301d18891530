package io.twinlane.normalize.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines as bytes, whatever their encoding, without their LF or CRLF; blank lines and a byte order mark are left out. */
public final class LineReader implements AutoCloseable {
  /** Room for the largest message that Kafka takes, and for the escapes of the line around it. */
  public static final int MAX_LINE = 32 << 20;

  private final InputStream input;
  private final String name;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
  private int at;
  private int end;
  private long number;
  private boolean withinLine;

  public LineReader(InputStream input, String name) {
    this.input = input;
    this.name = name;
  }

  /**
   * The next line that is not blank; null at the end. Of a line that is too long no more is kept than the limit: it is refused, and the
   * next call goes on behind it.
   */
  public byte[] next() throws IOException {
    if (withinLine) {
      skipLine();
    }
    while (fill()) {
      number++;
      byte[] read = readLine();
      if (!blank(read)) {
        return read;
      }
    }
    return null;
  }

  /** Number of the line that was read last, from 1. */
  public long number() {
    return number;
  }

  private boolean fill() throws IOException {
    if (at == end) {
      end = input.read(buffer);
      at = number == 0 && end >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF ? 3 : 0;
    }
    return end > 0;
  }

  private byte[] readLine() throws IOException {
    line.reset();
    withinLine = true;
    do {
      int from = at;
      seekLineEnd();
      if (line.size() + at - from > MAX_LINE) {
        throw new LineTooLong(number, name);
      }
      line.write(buffer, from, at - from);
    } while (at == end && fill());
    stepOverLineEnd();
    byte[] bytes = line.toByteArray();
    return bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
  }

  private void skipLine() throws IOException {
    do {
      seekLineEnd();
    } while (at == end && fill());
    stepOverLineEnd();
  }

  private void seekLineEnd() {
    while (at < end && buffer[at] != '\n') {
      at++;
    }
  }

  private void stepOverLineEnd() {
    withinLine = false;
    if (at < end) {
      at++;
    }
  }

  private static boolean blank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
