package io.twinlane.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words the sentence for a name that nothing has: the name, the one probably meant, and those that there are. */
public final class Nearest {
  private static final int MOST_SHOWN = 25;

  private Nearest() {}

  /** {@code unknown state LIV; did you mean LIVE? Known: MISSING, LIVE}. */
  public static String unknown(String kind, String name, Collection<String> known) {
    String guess = find(name, known).map(near -> "; did you mean " + near + "?").orElse(".");
    return "unknown " + kind + " " + name + guess + " Known: " + list(known);
  }

  private static String list(Collection<String> known) {
    if (known.isEmpty()) {
      return "none";
    }
    String shown = known.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
    return known.size() <= MOST_SHOWN ? shown : shown + " and " + (known.size() - MOST_SHOWN) + " more";
  }

  /** The known name that was probably meant: a few letters away, case aside. */
  public static Optional<String> find(String name, Collection<String> known) {
    int allowed = name.length() <= 3 ? 1 : Math.max(2, name.length() / 3);
    return known.stream().filter(other -> distance(name, other) <= allowed).min(Comparator.comparingInt(other -> distance(name, other)));
  }

  /** Least number of letters to insert, drop or change, case aside. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = corner + (same(left.charAt(i - 1), right.charAt(j - 1)) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }

  private static boolean same(char left, char right) {
    return Character.toLowerCase(left) == Character.toLowerCase(right);
  }
}
