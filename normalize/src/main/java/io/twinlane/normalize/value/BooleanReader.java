package io.twinlane.normalize.value;

import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.read.Kind;

/** True or false, bare or as a text. */
final class BooleanReader implements ValueReader {
  @Override
  public Object read(Kind kind, String text, ValueOutcome outcome) {
    if (kind == Kind.BOOLEAN || kind == Kind.STRING) {
      if (text.equals("true")) {
        return Boolean.TRUE;
      }
      if (text.equals("false")) {
        return Boolean.FALSE;
      }
    }
    return outcome.fail(Reasons.WRONG_TYPE, Quote.of(kind, text) + " is neither. Allowed: true, false");
  }
}
