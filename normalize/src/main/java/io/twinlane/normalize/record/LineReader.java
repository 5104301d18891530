package io.twinlane.normalize.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines as bytes, whatever their encoding, without their LF or CRLF; blank lines and a byte order mark are left out. */
public final class LineReader implements AutoCloseable {
  /** Longer than any message that a raw topic takes. */
  private static final int MAX_LINE = 64 << 20;
  private final InputStream input;
  private final String name;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
  private int at;
  private int end;
  private long number;

  public LineReader(InputStream input, String name) {
    this.input = input;
    this.name = name;
  }

  /** The next line that is not blank; null at the end. */
  public byte[] next() throws IOException {
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
    do {
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line.write(buffer, from, at - from);
      if (line.size() > MAX_LINE) {
        throw new IOException("Cannot read line " + number + " of " + name + ": it is longer than " + MAX_LINE
            + " bytes. Allowed: one message a line");
      }
    } while (at == end && fill());
    if (at < end) {
      at++;
    }
    byte[] bytes = line.toByteArray();
    return bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? java.util.Arrays.copyOf(bytes, bytes.length - 1) : bytes;
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
