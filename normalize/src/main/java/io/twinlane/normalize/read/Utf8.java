package io.twinlane.normalize.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Strict UTF-8 (Unicode table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF. */
public final class Utf8 {
  private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  /** Place of the first byte that is no UTF-8; -1 when all of it is. */
  public static int firstInvalid(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      at = skipAscii(bytes, at);
      if (at == bytes.length) {
        return -1;
      }
      int length = sequence(bytes, at);
      if (length < 0) {
        return at;
      }
      at += length;
    }
    return -1;
  }

  /** Whether the sequence at a place is sound as far as it goes, but the bytes stop within it. */
  public static boolean cutOff(byte[] bytes, int at) {
    int length = lengthOf(bytes[at]);
    if (length < 0 || at + length <= bytes.length) {
      return false;
    }
    for (int i = at + 1; i < bytes.length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text has half a character (an unpaired surrogate), which UTF-8 cannot carry. */
  public static boolean hasHalfCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static int skipAscii(byte[] bytes, int from) {
    int at = from;
    while (at + 8 <= bytes.length && ((long) EIGHT.get(bytes, at) & HIGH_BITS) == 0) {
      at += 8;
    }
    while (at < bytes.length && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  private static int sequence(byte[] bytes, int at) {
    int length = lengthOf(bytes[at]);
    if (length < 0 || at + length > bytes.length || !secondFits(bytes[at] & 0xFF, bytes[at + 1] & 0xFF)) {
      return -1;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return -1;
      }
    }
    return length;
  }

  private static int lengthOf(byte lead) {
    int value = lead & 0xFF;
    if (value >= 0xC2 && value <= 0xDF) {
      return 2;
    }
    if (value >= 0xE0 && value <= 0xEF) {
      return 3;
    }
    return value >= 0xF0 && value <= 0xF4 ? 4 : -1;
  }

  private static boolean secondFits(int lead, int second) {
    return switch (lead) {
      case 0xE0 -> second >= 0xA0 && second <= 0xBF;
      case 0xED -> second >= 0x80 && second <= 0x9F;
      case 0xF0 -> second >= 0x90 && second <= 0xBF;
      case 0xF4 -> second >= 0x80 && second <= 0x8F;
      default -> second >= 0x80 && second <= 0xBF;
    };
  }
}
