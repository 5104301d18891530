package io.twinlane.catalog.load;

import io.twinlane.catalog.TechnicalColumn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which names may be used, and which are taken already. */
final class Names {
  private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final Pattern RULE = Pattern.compile("[a-z][a-z0-9]*([_-][a-z0-9]+)*");
  private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
  private static final List<String> META = List.of("_dtype", "_unit", "_state");
  private static final List<String> BRONZE =
      List.of("raw", "raw_bytes", "header", "origin", "origin_offset", "receive_time", "ingest_time", "dt");

  private Names() {}

  static boolean isSnake(String name) {
    return name.length() <= 64 && SNAKE.matcher(name).matches();
  }

  /** Names of message rules: {@code last-match}. */
  static boolean isRule(String name) {
    return RULE.matcher(name).matches();
  }

  /** Reason codes and states: {@code NOT_JSON}. */
  static boolean isReason(String name) {
    return REASON.matcher(name).matches();
  }

  /** Why a field of a category may not be called so. */
  static Optional<String> takenForField(String name) {
    Optional<String> meta = META.stream().filter(name::endsWith).findFirst();
    if (meta.isPresent()) {
      return Optional.of("ends in " + meta.get() + ", as the columns beside every field do");
    }
    boolean technical = name.equals("dt") || TechnicalColumn.ALL.stream().anyMatch(column -> column.name().equals(name));
    return technical ? Optional.of("is a column that every row has anyway") : Optional.empty();
  }

  /** Whether every bronze table has a column of this name anyway. */
  static boolean takenForColumn(String name) {
    return BRONZE.contains(name.toLowerCase(Locale.ROOT));
  }
}
