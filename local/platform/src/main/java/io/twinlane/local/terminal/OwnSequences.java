package io.twinlane.local.terminal;

import java.util.UUID;

/**
 * The control sequences that this program itself sends to a terminal. In a text they stand between marks that nobody else can know, so that
 * the stream lets them through, and shows every other control character as an escape: what a feed, a file name or a store brings along
 * cannot steer a terminal.
 */
final class OwnSequences {
  static final char FIRST = '\uFDD0';
  static final String BEGIN = FIRST + UUID.randomUUID().toString();
  static final char END = '\uFDD1';

  private OwnSequences() {}

  static String of(String sequence) {
    return BEGIN + sequence + END;
  }

  /** How many characters a sequence of ours takes at a place of a text, marks included; 0 when none stands there. */
  static int lengthAt(CharSequence text, int at) {
    if (text.charAt(at) != FIRST || at + BEGIN.length() > text.length()
        || !BEGIN.contentEquals(text.subSequence(at, at + BEGIN.length()))) {
      return 0;
    }
    for (int end = at + BEGIN.length(); end < text.length(); end++) {
      if (text.charAt(end) == END) {
        return end + 1 - at;
      }
    }
    return 0;
  }

  /** Whether the text ends within what may become a sequence of ours. */
  static boolean cutOff(CharSequence text, int at) {
    if (text.charAt(at) != FIRST || lengthAt(text, at) > 0) {
      return false;
    }
    int length = Math.min(BEGIN.length(), text.length() - at);
    return BEGIN.startsWith(text.subSequence(at, at + length).toString());
  }
}
