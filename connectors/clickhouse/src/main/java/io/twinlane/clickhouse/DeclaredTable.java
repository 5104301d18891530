package io.twinlane.clickhouse;

import io.twinlane.catalog.derive.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as the catalog's CREATE TABLE statement declares it, one line a column.
 *
 * @param definitions the columns' lines, in the order of {@code columns}
 */
record DeclaredTable(String database, String name, List<TableColumn> columns, List<String> definitions, String engine, String sortingKey) {
  private static final Pattern HEAD = Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)\\.(\\w+) \\(\n");
  private static final Pattern COLUMN = Pattern.compile("  (\\w+) (.+?)(?: (?:DEFAULT|MATERIALIZED) .+?)? (?:COMMENT '.*|CODEC\\(.*)");
  private static final Pattern ENGINE = Pattern.compile("\nENGINE = (.+)");
  private static final Pattern ORDER = Pattern.compile("\nORDER BY \\((.+)\\)");
  private static final Pattern REPLACING = Pattern.compile("ReplacingMergeTree\\((?:'[^']*'(?:, )?)*(\\w+)?");
  private static final String AGGREGATING = "AggregatingMergeTree";

  /** Empty for a statement that declares no table of rows. */
  static Optional<DeclaredTable> of(String statement) {
    Matcher head = HEAD.matcher(statement);
    Matcher engine = ENGINE.matcher(statement);
    Matcher order = ORDER.matcher(statement);
    if (!head.lookingAt() || !engine.find() || !order.find()) {
      return Optional.empty();
    }
    List<TableColumn> columns = new ArrayList<>();
    List<String> definitions = new ArrayList<>();
    for (String line : statement.substring(head.end(), statement.indexOf("\n)")).split("\n")) {
      Matcher column = COLUMN.matcher(line);
      if (!column.matches()) {
        throw new IllegalArgumentException("Cannot understand a column of " + head.group(2) + ": " + line);
      }
      columns.add(new TableColumn(column.group(1), column.group(2)));
      definitions.add(line.strip().replaceFirst(",$", ""));
    }
    return Optional.of(new DeclaredTable(head.group(1), head.group(2), columns, definitions, engine.group(1), order.group(1)));
  }

  /** The column by which an engine chooses among rows of one sorting key; empty when it has none. Copies on a cluster have paths before it. */
  static String choosesBy(String engine) {
    Matcher matcher = REPLACING.matcher(engine);
    return matcher.find() && matcher.group(1) != null ? matcher.group(1) : "";
  }

  String fullName() {
    return database + "." + name;
  }

  /** Whether it holds nothing but what is worked out from another table. */
  boolean derived() {
    return engine.startsWith(AGGREGATING);
  }

  boolean has(String column) {
    return columns.stream().anyMatch(c -> c.name().equals(column));
  }
}
