package io.twinlane.catalog.load;

import io.twinlane.catalog.Field;
import io.twinlane.catalog.Nearest;
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

  private static final List<String> TABLES =
      List.of("unqualified", "dropped", "states", "units", "fields", "instruments", "categories", "sources", "computation_result");
  private static final List<String> TABLE_ENDINGS = List.of("_latest", "_values", "_at", "_state", "_feed", "_reset", "_unqualified");

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

  /** The field that a text names; tells a name that is none. Null when there is none. */
  static Field field(YamlNode node, List<Field> fields) {
    String name = node.text();
    Field found = fields.stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
    if (found == null && !name.isEmpty() && !fields.isEmpty()) {
      node.problem(Nearest.unknown("field", name, fields.stream().map(Field::name).toList()));
    }
    return found;
  }

  /** Why a category or a view of one may not be called so: both become tables beside those that the platform has itself. */
  static Optional<String> takenForTable(String name) {
    Optional<String> ending = TABLE_ENDINGS.stream().filter(name::endsWith).findFirst();
    if (ending.isPresent()) {
      return Optional.of("ends in " + ending.get() + ", as tables beside every category do");
    }
    return TABLES.contains(name) ? Optional.of("is a table that the platform has itself") : Optional.empty();
  }

  /** Whether every bronze table has a column of this name anyway. */
  static boolean takenForColumn(String name) {
    return BRONZE.contains(name.toLowerCase(Locale.ROOT));
  }
}
