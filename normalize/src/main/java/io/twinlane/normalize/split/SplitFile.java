package io.twinlane.normalize.split;

import java.util.Arrays;

/** A file with the places where its records begin and end. */
public final class SplitFile {
  private final byte[] bytes;
  private final String header;
  private int[] bounds = new int[64];
  private int size;
  private byte[] last;
  private String lastHeader;

  SplitFile(byte[] bytes, String header) {
    this.bytes = bytes;
    this.header = header;
  }

  /** A file that is one record. */
  static SplitFile whole(byte[] bytes) {
    SplitFile file = new SplitFile(bytes, null);
    file.add(0, bytes.length);
    return file;
  }

  void add(int start, int end) {
    if (2 * size == bounds.length) {
      bounds = Arrays.copyOf(bounds, bounds.length * 2);
    }
    bounds[2 * size] = start;
    bounds[2 * size + 1] = end;
    size++;
  }

  /** Adds a record of other bytes behind all others. */
  void endWith(byte[] body, String itsHeader) {
    last = body;
    lastHeader = itsHeader;
  }

  public int size() {
    return last == null ? size : size + 1;
  }

  /** The header line of a CSV file, the {@link PageMark} of a JSON file's record; null where a file could not be taken apart. */
  public String header(int record) {
    return record == size ? lastHeader : header;
  }

  public byte[] body(int record) {
    return record == size ? last : Arrays.copyOfRange(bytes, bounds[2 * record], bounds[2 * record + 1]);
  }
}
