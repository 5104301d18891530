package io.twinlane.catalog.derive;

import static io.twinlane.catalog.derive.ClickHouseColumn.quoted;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The latest snapshot of a category, kept by ClickHouse itself: every insert also feeds {@code <category>_latest_state}, which merges down
 * to one row per source and key, and {@code <category>_latest} reads it as if it were the table. The state is a maximum, so rows that come
 * out of order, twice or after a restart leave it as it is.
 */
class ClickHouseLatest {
  static final String SEEN = "latest_ingest_time";
  private static final String SEEN_TYPE = "SimpleAggregateFunction(max, DateTime64(6, 'UTC'))";

  final Catalog catalog;
  final Category category;
  final List<ClickHouseColumn> columns;

  ClickHouseLatest(Catalog catalog, Category category) {
    this.catalog = catalog;
    this.category = category;
    this.columns = ClickHouseColumns.of(catalog, category);
  }

  final List<String> statements() {
    return List.of(createState(), createFeed(), createView());
  }

  /** What one entry of the snapshot stands for. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(List.of("source_system"));
    keys.addAll(category.keys());
    return keys;
  }

  /**
   * What makes one row later than another: the designated timestamp, and for a tie what is known of the arrival; then it is one row's
   * identity, and the rank decides.
   */
  List<String> order() {
    return List.of(category.timestamp(), "ingest_time", "origin", "origin_offset", "row_index");
  }

  final String createState() {
    List<String> definitions = new ArrayList<>(keys().stream().map(key -> column(key).definition()).toList());
    definitions.add("newest AggregateFunction(argMax, " + rowType() + ", " + orderType() + ") COMMENT 'The latest row as a whole'");
    definitions.addAll(moreState());
    definitions.add(SEEN + " " + SEEN_TYPE + " COMMENT 'Newest arrival of the key'");
    return ClickHouseTables.create(catalog, name("_latest_state"), definitions)
        + "\nENGINE = AggregatingMergeTree"
        + "\nORDER BY (" + String.join(", ", keys()) + ")"
        + "\n-- A key that nothing arrives for any more leaves the snapshot as its rows leave the table."
        + ClickHouseTables.expires(SEEN, category.retention())
        + (keys().stream().anyMatch(key -> column(key).nullable()) ? "\nSETTINGS allow_nullable_key = 1" : "")
        + "\nCOMMENT " + quoted("Latest row per " + String.join(", ", keys()) + "; read it as " + name("_latest"));
  }

  final String createFeed() {
    return "CREATE MATERIALIZED VIEW IF NOT EXISTS " + qualified("_latest_feed") + " TO " + qualified("_latest_state") + " AS"
        + "\nSELECT\n  " + String.join(",\n  ", feedColumns()) + ",\n  max(ingest_time) AS " + SEEN
        + "\nFROM " + fed()
        + "\nGROUP BY " + String.join(", ", keys());
  }

  /** What the state keeps of a key beside its newest row: definitions of columns. */
  List<String> moreState() {
    return List.of();
  }

  /** What an insert adds to the state, the newest arrival aside. */
  List<String> feedColumns() {
    return List.of(String.join(", ", keys()), newestState());
  }

  final String newestState() {
    return "argMaxState(\n    CAST(tuple(" + names(rowColumns()) + "),\n      " + quoted(rowType()) + "),"
        + "\n    CAST(tuple(" + String.join(", ", order()) + ", " + ClickHouseRank.OF_ROW + "), " + quoted(orderType()) + ")) AS newest";
  }

  /** What the state is fed from: the rows of an insert. */
  String fed() {
    return qualified("");
  }

  String createView() {
    return viewHead("Latest row per " + String.join(", ", keys()) + " by " + category.timestamp())
        + "\nFROM (" + newestRows() + ")";
  }

  /** The head of the view, up to FROM: a subquery with the columns of the key and the row as {@code newest_row} must follow. */
  final String viewHead(String comment) {
    return ClickHouseTables.replace("VIEW", catalog, name("_latest"), columns.stream().map(ClickHouseColumn::heading).toList())
        + "\nCOMMENT " + quoted(comment)
        + "\nAS SELECT\n  " + columns.stream().map(this::viewColumn).collect(Collectors.joining(",\n  "));
  }

  final String newestRows() {
    String list = String.join(", ", keys());
    return "SELECT " + list + ", argMaxMerge(newest) AS newest_row FROM " + qualified("_latest_state") + " GROUP BY " + list;
  }

  final String qualified(String suffix) {
    return ClickHouseTables.qualified(catalog, name(suffix));
  }

  final ClickHouseColumn column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private String name(String suffix) {
    return category.name() + suffix;
  }

  /** Constants need no place in the state, and the key columns are beside it. */
  private List<ClickHouseColumn> rowColumns() {
    return columns.stream().filter(c -> c.inserted() && !keys().contains(c.name())).toList();
  }

  private String viewColumn(ClickHouseColumn column) {
    if (keys().contains(column.name())) {
      return column.name();
    }
    String value = column.inserted() ? "newest_row." + column.name() : quoted(column.fallback());
    return value + " AS " + column.name();
  }

  private String rowType() {
    return "Tuple(" + rowColumns().stream().map(c -> c.name() + " " + c.plainType()).collect(Collectors.joining(", ")) + ")";
  }

  private String orderType() {
    return "Tuple(" + order().stream().map(name -> column(name).plainType()).collect(Collectors.joining(", ")) + ", "
        + ClickHouseRank.TYPE + ")";
  }

  private static String names(List<ClickHouseColumn> columns) {
    return columns.stream().map(ClickHouseColumn::name).collect(Collectors.joining(", "));
  }
}
