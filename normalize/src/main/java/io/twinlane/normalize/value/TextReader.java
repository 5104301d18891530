package io.twinlane.normalize.value;

import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.read.Kind;
import io.twinlane.normalize.read.Utf8;
import java.util.Map;
import java.util.TreeSet;

/** A text as it stands, or by a translation whose words are all there are. A JSON number keeps its very digits. */
final class TextReader implements ValueReader {
  private final Map<String, String> translate;

  TextReader(Map<String, String> translate) {
    this.translate = translate == null ? Map.of() : translate;
  }

  @Override
  public Object read(Kind kind, String text, ValueOutcome outcome) {
    if (!kind.textual()) {
      return outcome.fail(Reasons.WRONG_TYPE, Quote.of(kind, text) + " is not a text. Allowed: a text or a number");
    }
    if (!translate.isEmpty()) {
      String translated = translate.get(text);
      return translated != null ? translated : outcome.fail(
          Reasons.WRONG_TYPE, Quote.of(kind, text) + " is not known. Allowed: " + String.join(", ", new TreeSet<>(translate.keySet())));
    }
    return Utf8.hasHalfCharacter(text)
        ? outcome.fail(Reasons.INVALID_UTF8, "the text holds half a character (an unpaired surrogate). Allowed: whole characters")
        : text;
  }
}
