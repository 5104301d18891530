package io.twinlane.catalog;

import java.util.Comparator;

/** One thing that is wrong in the catalog: in which file (relative to the repository), on which line (0: the file as a whole), and what. */
public record Problem(String file, int line, String text) implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparing(Problem::text);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? file + ": " + text : file + ":" + line + ": " + text;
  }
}
