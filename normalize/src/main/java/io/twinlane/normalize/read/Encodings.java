package io.twinlane.normalize.read;

import io.twinlane.normalize.Reasons;

/** What is asked of a record's bytes before they are read: size and encoding. */
final class Encodings {
  private Encodings() {}

  static Unreadable check(byte[] bytes, int maxBytes) {
    if (bytes.length > maxBytes) {
      return new Unreadable(Reasons.TOO_LARGE, "it has " + bytes.length + " bytes. Allowed: at most " + maxBytes);
    }
    int invalid = Utf8.firstInvalid(bytes);
    if (invalid >= 0) {
      return Utf8.cutOff(bytes, invalid) && invalid > 0
          ? new Unreadable(Reasons.TRUNCATED, "it stops within a character, after " + bytes.length + " bytes")
          : new Unreadable(Reasons.INVALID_UTF8, "byte " + invalid + " is not UTF-8");
    }
    // NUL among the first bytes is UTF-16 or UTF-32, which the JSON parser would guess and take
    return bytes.length >= 2 && (bytes[0] == 0 || bytes[1] == 0)
        ? new Unreadable(Reasons.NOT_JSON, "it begins with a zero byte (UTF-16 or UTF-32?). Allowed: UTF-8")
        : null;
  }
}
