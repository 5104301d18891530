package io.twinlane.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Many findings for a person: the first twenty, a line each, and how many more there are. A machine gets all of them elsewhere. */
public final class Listing {
  private static final int SHOWN = 20;
  private static final int LONGEST = 600;

  private Listing() {}

  /** The lines; control characters are escaped, so that a finding stays the line it is, and very long ones are cut. */
  public static List<String> of(Collection<?> findings) {
    List<String> lines = new ArrayList<>();
    findings.stream().limit(SHOWN).forEach(finding -> lines.add(line(finding.toString())));
    if (findings.size() > SHOWN) {
      lines.add(String.format(Locale.ROOT, "... and %,d more", findings.size() - SHOWN));
    }
    return lines;
  }

  private static String line(String text) {
    String whole = ControlCharacters.escaped(text);
    return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "...";
  }
}
