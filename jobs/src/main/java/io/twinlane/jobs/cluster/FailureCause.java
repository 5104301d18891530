package io.twinlane.jobs.cluster;

import java.util.List;
import java.util.regex.Pattern;

/** The cause at the bottom of a stack trace, in one bounded sentence. */
public final class FailureCause {
  private static final int LONGEST = 300;
  private static final String CAUSED_BY = "Caused by: ";
  private static final Pattern NAMES_OF_CLASSES = Pattern.compile("\\b(?:[a-z][\\w]*\\.)+(?=[A-Z]\\w*(?:Exception|Error)\\b)");
  private static final Pattern SAYS_NOTHING = Pattern.compile("^(?:RuntimeException|IllegalStateException|IOException|TableRuntimeException"
      + "|FlinkRuntimeException|Exception): (?=.{12})");
  /** Our own exceptions say all in their sentence. */
  private static final Pattern OURS = Pattern.compile("^io[.]twinlane[.][\\w.$]+: ");

  private FailureCause() {}

  /** Of a failure at hand. */
  public static String of(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return sentence(deepest.toString());
  }

  /** Of a stack trace as Flink's REST interface gives it. */
  static String of(String stackTrace) {
    List<String> causes = stackTrace.lines().map(String::strip).filter(line -> line.startsWith(CAUSED_BY)).toList();
    return sentence(causes.isEmpty() ? stackTrace : causes.get(causes.size() - 1).substring(CAUSED_BY.length()));
  }

  /** What a team can do about a failure of its query. */
  static String ofQuery(String stackTrace) {
    String cause = of(stackTrace);
    if (cause.matches("(?i)ArithmeticException.*(by zero|undefined).*")) {
      return "a division by zero: x / NULLIF(y, 0) gives NULL instead (" + cause + ")";
    }
    return cause.matches("(NumberFormatException|DateTime\\w*Exception).*")
        ? cause.replaceAll("[.]$", "") + ": TRY_CAST gives NULL instead of failing" : cause;
  }

  private static String sentence(String text) {
    String first = text.strip().lines().findFirst().orElse("");
    String plain = SAYS_NOTHING.matcher(NAMES_OF_CLASSES.matcher(OURS.matcher(first).replaceFirst("")).replaceAll("")).replaceFirst("");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
  }
}
