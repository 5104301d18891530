package io.twinlane.normalize.split;

/** The mark that some programs put before UTF-8 text; it belongs to no record. */
final class ByteOrderMark {
  private ByteOrderMark() {}

  /** 3 when the bytes begin with the mark, else 0. */
  static int length(byte[] bytes) {
    return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF ? 3 : 0;
  }
}
