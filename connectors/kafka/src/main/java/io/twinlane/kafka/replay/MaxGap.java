package io.twinlane.kafka.replay;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a pause in recorded time may be when recordings are played in their own time: a longer one is shortened to it. Zero leaves out
 * every pause.
 */
public record MaxGap(Duration limit) {
  public static final String ALLOWED = "a time such as 500ms, 5s, 2m or 1h, 0 for no pauses at all, or none for pauses as long as recorded";
  public static final MaxGap STANDARD = new MaxGap(Duration.ofSeconds(5));
  /** Every pause as long as it was. */
  public static final MaxGap NONE = new MaxGap(Duration.ofDays(365_000));

  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  /** The limit that a text names: one of {@link #ALLOWED}. */
  public static MaxGap parse(String text) {
    if (text.equals("none")) {
      return NONE;
    }
    if (text.equals("0")) {
      return new MaxGap(Duration.ZERO);
    }
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Cannot shorten pauses to '" + text + "': it must be " + ALLOWED + ".");
    }
    long amount = Long.parseLong(matcher.group(1));
    return new MaxGap(switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    });
  }

  /** The limit in microseconds of recorded time. */
  public long micros() {
    return Math.min(limit.toSeconds(), NONE.limit.toSeconds()) * 1_000_000L + limit.toNanosPart() / 1_000;
  }
}
