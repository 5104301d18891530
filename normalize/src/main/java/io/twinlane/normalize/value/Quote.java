package io.twinlane.normalize.value;

import io.twinlane.catalog.ControlCharacters;
import io.twinlane.normalize.read.Kind;

/** How a value is shown in a sentence: texts in quotes, cut where they get long, and what cannot be seen as escapes. */
public final class Quote {
  /** Characters that a raw value keeps beside its message. */
  public static final int RAW_LIMIT = 1000;
  private static final int SENTENCE_LIMIT = 100;

  private Quote() {}

  public static String of(Kind kind, String text) {
    return switch (kind) {
      case STRING -> text(text);
      case NUMBER, BOOLEAN -> cut(text, SENTENCE_LIMIT);
      default -> kind.words();
    };
  }

  public static String text(String text) {
    return "\"" + ControlCharacters.escaped(cut(text, SENTENCE_LIMIT)) + "\"";
  }

  /** The first characters of a text, never half of one; null stays null. */
  public static String cut(String text, int limit) {
    if (text == null || text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + "...";
  }
}
