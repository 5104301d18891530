package io.twinlane.catalog.derive;

import static io.twinlane.catalog.derive.ClickHouseColumn.quoted;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** ClickHouse's side of the catalog: a table and a latest snapshot for every category, and one table of what did not qualify. */
public final class ClickHouseTables {
  /** Table of the rows and messages that could not go on. */
  public static final String UNQUALIFIED = "unqualified";

  /** How many inserts a table remembers by their token: an insert that is sent again within seconds finds itself there. */
  private static final int REMEMBERED_INSERTS = 1000;

  private ClickHouseTables() {}

  /** Everything that the database needs, in an order that can be run from the top; each statement may be run again. */
  public static List<String> createStatements(Catalog catalog) {
    return statements(catalog).values().stream().flatMap(List::stream).toList();
  }

  /** The same statements as committed text: path below catalog/derived to content. */
  public static Map<String, String> files(Catalog catalog) {
    Map<String, String> files = new TreeMap<>();
    statements(catalog).forEach((name, texts) ->
        files.put("clickhouse/" + name + ".sql", texts.stream().map(text -> text + ";\n").collect(Collectors.joining("\n"))));
    return files;
  }

  /** The columns that an insert of category rows names, in order; ClickHouse fills in the constant ones. */
  public static List<TableColumn> insertedColumns(Category category, States states) {
    return ClickHouseColumns.inserted(category, states);
  }

  /** The columns that an insert of unqualified rows names, in order. */
  public static List<TableColumn> unqualifiedColumns() {
    return ClickHouseUnqualified.columns().stream().map(column -> new TableColumn(column.name(), column.type())).toList();
  }

  /** The table that holds every row of a category. */
  public static String createTable(Catalog catalog, Category category) {
    List<ClickHouseColumn> columns = ClickHouseColumns.of(catalog, category);
    return create(catalog, category.name(), ranked(columns, ClickHouseRank.definition()))
        + ClickHouseRank.ENGINE
        + "\n-- An insert that is sent again gives the same sorting key: FINAL, and sooner or later a merge, leave one of the doubles."
        + "\nORDER BY (" + category.identifier() + ", " + category.timestamp() + ", origin, origin_offset, row_index)"
        + retained(category.retention())
        + settings(columns, List.of(category.identifier(), category.timestamp()))
        + "\nCOMMENT " + quoted(category.description());
  }

  private static Map<String, List<String>> statements(Catalog catalog) {
    Map<String, List<String>> statements = new LinkedHashMap<>();
    statements.put("0-database", List.of("CREATE DATABASE IF NOT EXISTS " + catalog.platform().clickhouseDatabase()));
    catalog.categories().forEach(category -> statements.put(category.name(), statements(catalog, category)));
    statements.put(UNQUALIFIED, List.of(ClickHouseUnqualified.createTable(catalog)));
    statements.put(ClickHouseGlossary.FILE, ClickHouseGlossary.statements(catalog));
    return statements;
  }

  private static List<String> statements(Catalog catalog, Category category) {
    List<String> texts = new ArrayList<>(List.of(createTable(catalog, category)));
    texts.addAll(ClickHouseBook.describes(category)
        ? new ClickHouseBook(catalog, category).statements() : new ClickHouseLatest(catalog, category).statements());
    texts.addAll(ClickHouseValues.statements(catalog, category));
    texts.addAll(ClickHouseDeclaredView.statements(catalog, category));
    if (ClickHouseBook.describes(category)) {
      texts.add(new ClickHouseBookAt(catalog, category).statement());
    }
    return texts;
  }

  /** The definitions of a table's columns, and of the one that tells which of two doubles is left. */
  static List<String> ranked(List<ClickHouseColumn> columns, String rank) {
    List<String> definitions = new ArrayList<>(columns.stream().map(ClickHouseColumn::definition).toList());
    definitions.add(rank);
    return definitions;
  }

  /** {@code CREATE TABLE IF NOT EXISTS realtime.market_tick (...)}, one line a column. */
  static String create(Catalog catalog, String name, List<String> columns) {
    return "CREATE TABLE IF NOT EXISTS " + named(catalog, name, columns);
  }

  /** What holds no rows of its own is replaced, so that it says what the catalog of today says: {@code CREATE OR REPLACE VIEW ...}. */
  static String replace(String kind, Catalog catalog, String name, List<String> columns) {
    return "CREATE OR REPLACE " + kind + " " + named(catalog, name, columns);
  }

  private static String named(Catalog catalog, String name, List<String> columns) {
    return qualified(catalog, name) + " (\n  " + String.join(",\n  ", columns) + "\n)";
  }

  static String qualified(Catalog catalog, String name) {
    return catalog.platform().clickhouseDatabase() + "." + name;
  }

  /**
   * Partitions and time to live. Both go by ingest_time, not by the event's time: a figure for 1990 or a recording of April that is played
   * today must stay for the whole retention, and a row that comes again has the same ingest_time, hence the same partition. Parts are
   * dropped whole, which costs no rewriting; a row may outlive its retention by one partition.
   */
  static String retained(Duration retention) {
    String partition = retention.compareTo(Duration.ofDays(14)) <= 0 ? "toDate(ingest_time)" : "toMonday(ingest_time)";
    return "\n-- By the time of arrival: what is old news when it comes stays as long as anything else, and a repeat finds its partition."
        + "\nPARTITION BY " + partition
        + expires("ingest_time", retention);
  }

  static String expires(String time, Duration retention) {
    return "\nTTL toDateTime(" + time + ", 'UTC') + toIntervalSecond(" + retention.toSeconds() + ")";
  }

  static String settings(List<ClickHouseColumn> columns, List<String> sorting) {
    boolean nullableKey = columns.stream().anyMatch(c -> sorting.contains(c.name()) && c.nullable());
    return "\nSETTINGS non_replicated_deduplication_window = " + REMEMBERED_INSERTS + ", ttl_only_drop_parts = 1"
        + (nullableKey ? ", allow_nullable_key = 1" : "");
  }
}
