package io.twinlane.redis;

/**
 * Redis keys from column values: {@code <prefix><value>:<value>}. In every value but the last, % is written %25 and : is written %3A, so
 * that two different rows never share a key; the last value stands as it is.
 */
final class KeyText {
  private KeyText() {
  }

  static String of(String prefix, String... values) {
    StringBuilder key = new StringBuilder(prefix);
    for (int i = 0; i < values.length - 1; i++) {
      key.append(escaped(values[i])).append(':');
    }
    return key.append(values[values.length - 1]).toString();
  }

  private static String escaped(String value) {
    return value.indexOf(':') < 0 && value.indexOf('%') < 0 ? value : value.replace("%", "%25").replace(":", "%3A");
  }
}
