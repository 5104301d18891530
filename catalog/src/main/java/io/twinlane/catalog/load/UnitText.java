package io.twinlane.catalog.load;

import io.twinlane.catalog.Nearest;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the text of a unit: an amount and a name, such as 1_usd or 1000_barrels. */
public final class UnitText {
  private static final Pattern TEXT = Pattern.compile("(?!0+(\\.0+)?_)\\d{1,18}(?:\\.\\d{1,18})?_([a-z][a-z0-9_]{0,40})");

  private UnitText() {}

  /** Why the text is no unit. No names to choose from (null): any name goes. */
  public static Optional<String> problem(String text, Collection<String> names) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.of(text + " is no unit: an amount and a name, such as 1_usd or 1000_barrels");
    }
    boolean known = names == null || names.isEmpty() || names.contains(matcher.group(2));
    return known ? Optional.empty() : Optional.of(Nearest.unknown("unit", matcher.group(2), names));
  }
}
