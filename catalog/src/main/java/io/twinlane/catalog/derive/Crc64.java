package io.twinlane.catalog.derive;

import java.nio.charset.StandardCharsets;

/** CRC-64-AVRO, as Avro's specification has it. */
final class Crc64 {
  private static final long EMPTY = 0xc15d213aa4d7a795L;
  private static final long[] TABLE = table();

  private Crc64() {}

  static long of(String text) {
    long crc = EMPTY;
    for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
      crc = crc >>> Byte.SIZE ^ TABLE[(int) (crc ^ next) & 0xff];
    }
    return crc;
  }

  private static long[] table() {
    long[] table = new long[1 << Byte.SIZE];
    for (int i = 0; i < table.length; i++) {
      long crc = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = crc >>> 1 ^ EMPTY & -(crc & 1);
      }
      table[i] = crc;
    }
    return table;
  }
}
