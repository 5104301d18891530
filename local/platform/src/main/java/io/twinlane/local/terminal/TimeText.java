package io.twinlane.local.terminal;

import java.time.Duration;
import java.util.Locale;

/** A length of time as a person reads it, in its two largest units. */
public final class TimeText {
  private static final int DAYS_OF_A_YEAR = 365;

  private TimeText() {}

  /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 5 min}, {@code 4 days 7 h}, {@code 51 years}. */
  public static String of(Duration time) {
    if (time.toDays() >= 2 * DAYS_OF_A_YEAR) {
      return time.toDays() / DAYS_OF_A_YEAR + " years";
    }
    if (time.toDays() > 0) {
      return time.toDays() + (time.toDays() == 1 ? " day " : " days ") + time.toHoursPart() + " h";
    }
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    if (time.toMinutes() > 0) {
      return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
    return time.toSeconds() >= 10 || time.toMillisPart() < 50
        ? time.toSeconds() + " s" : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
