package io.twinlane.catalog;

/**
 * Characters that steer whatever shows them or cannot be seen: C0, DEL and C1 controls, line and paragraph separators, marks that turn the
 * direction of text or take no room, halves of characters and noncharacters. A name holds none of them, and a person sees them as escapes.
 */
public final class ControlCharacters {
  private static final int[][] RANGES = {{0, 0x1F}, {0x7F, 0x9F}, {0xAD, 0xAD}, {0x61C, 0x61C}, {0x180E, 0x180E}, {0x200B, 0x200F},
      {0x2028, 0x202E}, {0x2060, 0x206F}, {0xD800, 0xDFFF}, {0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF},
      {0xE0000, 0xE007F}};

  private ControlCharacters() {}

  public static boolean isOne(int character) {
    if (character >= 0x20 && character < 0x7F) {
      return false;
    }
    for (int[] range : RANGES) {
      if (character <= range[1]) {
        return character >= range[0];
      }
    }
    return (character & 0xFFFE) == 0xFFFE;
  }

  /** Place of the first one in a text; -1 when there is none. */
  public static int firstIn(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < 0x20 || c >= 0x7F) {
        int whole = text.codePointAt(at);
        if (isOne(whole)) {
          return at;
        }
        at += Character.charCount(whole) - 1;
      }
    }
    return -1;
  }

  /** How one is shown: {@code \x1b} below the blank, and above {@code \}{@code u202e}, which a JSON text takes as it stands. */
  public static String escape(int character) {
    if (character < 0x20) {
      return String.format("\\x%02x", character);
    }
    StringBuilder shown = new StringBuilder();
    for (char unit : Character.toChars(character)) {
      shown.append(String.format("\\u%04x", (int) unit));
    }
    return shown.toString();
  }

  /** The text as it can be shown on one line; null stays null. */
  public static String escaped(String text) {
    if (text == null || firstIn(text) < 0) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> {
      if (isOne(c)) {
        shown.append(escape(c));
      } else {
        shown.appendCodePoint(c);
      }
    });
    return shown.toString();
  }

  /** Why a text cannot be a name: {@code it holds the control character \x1b}; null when it can. */
  public static String problem(String text) {
    int at = firstIn(text);
    return at < 0 ? null : "it holds the control character " + escape(text.codePointAt(at));
  }
}
