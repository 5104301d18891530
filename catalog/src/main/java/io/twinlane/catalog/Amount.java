package io.twinlane.catalog;

import java.util.Locale;

/** A number with the word for what was counted, in the right form: {@code 1 team}, {@code 2 categories}, {@code 1,200 rows}. */
public final class Amount {
  private Amount() {}

  /**
   * The two in words.
   *
   * @param one the word for one of them
   */
  public static String of(long number, String one) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several(one));
  }

  /** The word for more than one of them. */
  public static String several(String one) {
    return one.matches(".*[^aeiou]y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
  }
}
