package io.twinlane.normalize.value;

import io.twinlane.catalog.NumberSigns;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Scans the text of a number: an optional sign, ASCII digits with an optional decimal sign, an optional exponent. Where a sign between
 * groups of digits is declared, every group behind the first has three digits, the first has one to three and does not begin with zero, and
 * there is no exponent: {@code 0,123} and {@code 1,234e3} were written by someone who meant decimals. It never expands an exponent before it is known to fit, and never goes through a double. Reused from text to text.
 */
final class NumberText {
  /** Digits beyond which no dtype goes, 38, with room for a multiplier. */
  private static final int MAX_DIGITS = 64;
  private static final long MAX_EXPONENT = 1_000_000_000_000L;
  private static final long[] POWERS = powers();

  private String text;
  private NumberSigns signs;
  private boolean grouped;
  private int at;
  private int end;
  private boolean negative;
  private long small;
  private int digits;
  private int fraction;
  private long exponent;
  private StringBuilder large;

  /** Whether the text between two places is a number; its value waits in {@link #scaled} or {@link #exact}. */
  boolean scan(String whole, int from, int to, NumberSigns written) {
    text = whole;
    signs = written;
    grouped = false;
    at = from;
    end = to;
    small = 0;
    digits = 0;
    fraction = 0;
    exponent = 0;
    large = null;
    negative = at < end && text.charAt(at) == '-';
    if (at < end && (negative || text.charAt(at) == '+')) {
      at++;
    }
    int start = at;
    if (!scanInteger()) {
      return false;
    }
    boolean any = at > start;
    any |= scanFraction();
    return any && scanExponent() && at == end;
  }

  /** False when the digits stand in groups that are none. */
  private boolean scanInteger() {
    int group = at;
    while (at < end) {
      char c = text.charAt(at);
      if (!digit(c)) {
        if (c != signs.thousands() || !signs.grouped()) {
          break;
        }
        if (!groupEnds(group)) {
          return false;
        }
        grouped = true;
        group = at + 1;
      }
      at++;
    }
    return !grouped || groupEnds(group);
  }

  private boolean groupEnds(int group) {
    return grouped ? at - group == 3 : at > group && at - group <= 3 && text.charAt(group) != '0';
  }

  private boolean scanFraction() {
    if (at == end || text.charAt(at) != signs.decimal()) {
      return false;
    }
    int start = ++at;
    while (at < end && digit(text.charAt(at))) {
      at++;
    }
    fraction = at - start;
    return fraction > 0;
  }

  private boolean scanExponent() {
    if (at == end || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
      return true;
    }
    if (grouped) {
      return false;
    }
    at++;
    boolean down = at < end && text.charAt(at) == '-';
    if (at < end && (down || text.charAt(at) == '+')) {
      at++;
    }
    int start = at;
    for (; at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
      exponent = Math.min(MAX_EXPONENT, exponent * 10 + text.charAt(at) - '0');
    }
    exponent = down ? -exponent : exponent;
    return at > start;
  }

  private boolean digit(char c) {
    if (c < '0' || c > '9') {
      return false;
    }
    if (digits == 0 && c == '0') {
      return true;
    }
    if (digits++ < 18) {
      small = small * 10 + c - '0';
    } else {
      beyond(c);
    }
    return true;
  }

  private void beyond(char c) {
    if (large == null) {
      large = new StringBuilder(40).append(small);
    }
    large.append(c);
  }

  /** The value at a scale when it fits a long there; null says that {@link #exact} must tell. */
  BigDecimal scaled(int scale) {
    long shift = scale - fraction + exponent;
    if (digits == 0) {
      return BigDecimal.valueOf(0, scale);
    }
    if (large != null || shift < 0 || shift > 18 || small > Long.MAX_VALUE / POWERS[(int) shift]) {
      return null;
    }
    long unscaled = small * POWERS[(int) shift];
    return BigDecimal.valueOf(negative ? -unscaled : unscaled, scale);
  }

  /** The value itself, without trailing zeros; null when it has more digits, or lies further from the point, than any dtype holds. */
  BigDecimal exact() {
    if (digits == 0) {
      return BigDecimal.ZERO;
    }
    long zeros = 0;
    if (large == null) {
      for (; small % 10 == 0; zeros++) {
        small /= 10;
      }
    } else {
      zeros = trailingZeros();
    }
    long scale = fraction - exponent - zeros;
    if (Math.abs(scale) > MAX_DIGITS || large != null && large.length() - zeros > MAX_DIGITS) {
      return null;
    }
    if (large == null) {
      return BigDecimal.valueOf(negative ? -small : small, (int) scale);
    }
    BigInteger unscaled = new BigInteger(large.substring(0, large.length() - (int) zeros));
    return new BigDecimal(negative ? unscaled.negate() : unscaled, (int) scale);
  }

  private int trailingZeros() {
    int length = large.length();
    while (large.charAt(length - 1) == '0') {
      length--;
    }
    return large.length() - length;
  }

  private static long[] powers() {
    long[] powers = new long[19];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
