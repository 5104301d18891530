package io.twinlane.jobs.compute.scenario;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form that a value of a type has in Redis, as the sink writes it. */
final class RedisText {
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d*");
  private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d*[1-9])?");

  private RedisText() {}

  /** Why no value of the type reads so in Redis. */
  static Optional<String> problem(String type, String text) {
    String plain = type.toUpperCase(Locale.ROOT);
    if (plain.startsWith("TIMESTAMP")) {
      return unless(isInstant(text), "is no time as Redis holds it, such as 2026-11-22T09:30:00.000001Z");
    }
    if (plain.startsWith("DECIMAL")) {
      return unless(PLAIN.matcher(text).matches() && !text.equals("-0"), "is no number as Redis holds it: no exponent, no trailing zeros");
    }
    if (plain.endsWith("INT") || plain.equals("INTEGER")) {
      return unless(WHOLE.matcher(text).matches(), "is no whole number");
    }
    return switch (plain) {
      case "BOOLEAN" -> unless(text.equals("true") || text.equals("false"), "is neither true nor false");
      case "DATE" -> unless(isDate(text), "is no date, such as 2026-11-22");
      default -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean sound, String why) {
    return sound ? Optional.empty() : Optional.of(why);
  }

  private static boolean isInstant(String text) {
    try {
      return Instant.parse(text).toString().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
