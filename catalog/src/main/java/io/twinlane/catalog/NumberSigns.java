package io.twinlane.catalog;

import java.io.Serializable;

/**
 * How one kind of message writes numbers in texts: the sign before the decimals, and the sign between groups of three digits. What a
 * mapping does not declare is not read: {@code 1,234} may be 1234 or 1.234. A number that is one already, as JSON has it, is always plain.
 */
public record NumberSigns(char decimal, char thousands) implements Serializable {
  /** No sign between groups of digits. */
  public static final char NONE = 0;
  /** A point before the decimals, and nothing else. */
  public static final NumberSigns PLAIN = new NumberSigns('.', NONE);

  public boolean grouped() {
    return thousands != NONE;
  }

  /** What such a number looks like, for a sentence. */
  public String allowed() {
    return "digits with an optional sign, " + (decimal == '.' ? "point" : "decimal comma") + " and exponent"
        + (grouped() ? ", and \"" + thousands + "\" between groups of three digits" : "");
  }
}
