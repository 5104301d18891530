package io.twinlane.normalize.record;

import java.io.IOException;

/** A line that is longer than a reader keeps in memory; reading can go on behind it. */
public final class LineTooLong extends IOException {
  private static final long serialVersionUID = 1L;

  private final long line;

  LineTooLong(long line, String name) {
    super("Cannot read line " + line + " of " + name + ": it is longer than " + LineReader.MAX_LINE + " bytes. Allowed: one message a line");
    this.line = line;
  }

  public long line() {
    return line;
  }

  /** Bytes that a line may have. */
  public int limit() {
    return LineReader.MAX_LINE;
  }
}
