package io.twinlane.catalog.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.CategoryView;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.Instruments;
import io.twinlane.catalog.Platform;
import io.twinlane.catalog.State;
import io.twinlane.catalog.States;
import io.twinlane.catalog.TopicDeclarations;
import io.twinlane.catalog.TopicSettings;
import io.twinlane.catalog.Unit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClickHouseTablesTest {
  private static final Category QUOTE = new Category(
      "quote", "What's quoted", "symbol", "event_time", List.of("symbol"), days(7), List.of(
          new Field("symbol", Dtype.STRING, "none", true, "The catalog's symbol"),
          new Field("event_time", Dtype.TIMESTAMP, "1_us", true, "When"),
          new Field("price", Dtype.decimal(24, 12), "varies", false, "Price"),
          new Field("change", Dtype.decimal(9, 2), "1_percent", false, "Change"),
          new Field("trade_id", Dtype.STRING, "none", false, "Trade")),
      List.of(new CategoryView("prints", "Prints", "price", List.of("LIVE"), List.of(
          new CategoryView.Column("print", "price"), new CategoryView.Column("id", "trade_id")))),
      Category.FUTURE_TOLERANCE);
  private static final Category BOOK = new Category(
      "book", "A book", "symbol", "event_time", List.of("symbol", "side", "price"), days(90), List.of(
          new Field("symbol", Dtype.STRING, "none", true, "Symbol"), new Field("event_time", Dtype.TIMESTAMP, "1_us", true, "When"),
          new Field("action", Dtype.STRING, "none", true, "Action"), new Field("side", Dtype.STRING, "none", true, "Side"),
          new Field("price", Dtype.decimal(24, 12), "varies", false, "Price"), new Field("size", Dtype.decimal(24, 12), "varies", true, "Size"),
          new Field("event_end", Dtype.BOOLEAN, "none", true, "Whether it ends")));
  private static final Catalog CATALOG = new Catalog(
      new Platform("bronze", "silver", "realtime", TopicDeclarations.ofAll(TopicSettings.onOneBroker(2, days(14))), 1, 1, days(1), days(1),
          128),
      new States(List.of(new State("MISSING", "No value"), new State("LIVE", "Live"))), List.of(new Unit("percent", "Hundredth part")),
      List.of(QUOTE, BOOK), List.of(), List.of(), List.of(), new Instruments(List.of()), List.of());

  @Test
  void each_field_stands_with_its_dtype_unit_and_state() {
    assertThat(ClickHouseTables.createTable(CATALOG, QUOTE)).as("table of quotes").contains(
        "CREATE TABLE IF NOT EXISTS realtime.quote (\n  symbol LowCardinality(String) COMMENT 'The catalog\\'s symbol' CODEC(ZSTD(1)),\n"
            + "  symbol_dtype LowCardinality(String) DEFAULT 'string' ",
        "\n  symbol_unit LowCardinality(String) DEFAULT '' ",
        "\n  symbol_state Enum8('MISSING' = 0, 'LIVE' = 1) ",
        "\n  event_time DateTime64(6, 'UTC') COMMENT 'When; unit 1_us' CODEC(Delta, ZSTD(1))",
        "\n  price Nullable(Decimal(24, 12)) COMMENT 'Price; its unit is in price_unit'",
        "\n  price_unit LowCardinality(String) COMMENT",
        "\n  change_unit LowCardinality(String) DEFAULT '1_percent' ",
        "\n  change Nullable(Decimal(9, 2)) COMMENT 'Change; unit 1_percent (Hundredth part)'",
        "\n  trade_id Nullable(String) ",
        "\nCOMMENT 'What\\'s quoted'");
  }

  @Test
  void rows_are_kept_by_their_arrival_and_a_repeat_has_the_same_sorting_key() {
    assertThat(ClickHouseTables.createTable(CATALOG, QUOTE)).as("table of quotes").contains(
        "\n  row_rank UInt128 MATERIALIZED ", "ENGINE = ReplacingMergeTree(row_rank)\n", "\nORDER BY (symbol, event_time, origin, origin_offset, row_index)\n",
        "\nPARTITION BY toDate(ingest_time)\n", "\nTTL toDateTime(ingest_time, 'UTC') + toIntervalSecond(604800)\n",
        "non_replicated_deduplication_window = 1000");
    assertThat(ClickHouseTables.createTable(CATALOG, BOOK)).as("table with a long retention")
        .contains("\nPARTITION BY toMonday(ingest_time)\n");
  }

  @Test
  void an_insert_names_what_differs_from_row_to_row() {
    List<String> fromTable = ClickHouseColumns.of(CATALOG, QUOTE).stream()
        .filter(ClickHouseColumn::inserted).map(ClickHouseColumn::name).toList();

    assertThat(ClickHouseTables.insertedColumns(QUOTE, CATALOG.states()).stream().map(TableColumn::name).toList()).as("inserted columns")
        .isEqualTo(fromTable).containsExactly(
        "symbol", "symbol_state", "event_time", "event_time_state", "price", "price_unit", "price_state", "change", "change_state",
        "trade_id", "trade_id_state", "source_system", "origin", "origin_offset", "row_index", "mapping_version", "merged_from", "ingest_time");
  }

  @Test
  void a_snapshot_is_fed_by_inserts_and_read_as_the_table() {
    assertThat(new ClickHouseLatest(CATALOG, QUOTE).statements()).as("snapshot of quotes").satisfiesExactly(
        state -> assertThat(state).as("state").contains("ENGINE = AggregatingMergeTree\nORDER BY (source_system, symbol)\n",
            "price_state Int8", "Tuple(DateTime64(6, 'UTC'), DateTime64(6, 'UTC'), String, Int64, Int64, UInt128)"),
        feed -> assertThat(feed).as("feed").contains("tuple(event_time, ingest_time, origin, origin_offset, row_index, bitOr(bitShiftLeft(toUInt128(toUInt64OrZero(",
            "FROM realtime.quote\nGROUP BY source_system, symbol"),
        view -> assertThat(view).as("view").contains("CREATE OR REPLACE VIEW realtime.quote_latest (", "'decimal(24,12)' AS price_dtype",
            "newest_row.price_unit AS price_unit", "argMaxMerge(newest)"));
  }

  @Test
  void a_book_is_ordered_by_arrival_and_starts_at_its_newest_snapshot() {
    assertThat(ClickHouseBook.describes(QUOTE)).as("a quote is a book").isFalse();
    assertThat(String.join("\n", new ClickHouseBook(CATALOG, BOOK).statements())).as("snapshot of books").contains(
        "ORDER BY (source_system, symbol, origin, side, price)", "allow_nullable_key = 1", "tuple(origin_offset, row_index, bitOr(bitShiftLeft(toUInt128(toUInt64OrZero(",
        "action IN ('snapshot', 'clear')", "newest_row.origin_offset >= book.2 AND newest_row.size > 0");
  }

  @Test
  void values_come_in_the_order_in_which_people_look_for_them() {
    assertThat(new ValueColumns(CATALOG, QUOTE).all()).extracting(ClickHouseColumn::name).as("columns of quote_values").containsExactly(
        "symbol", "event_time", "source_system", "price", "price_unit", "price_state", "change", "change_unit", "change_state", "trade_id",
        "trade_id_state", "symbol_state", "event_time_state", "origin", "origin_offset", "row_index", "mapping_version", "merged_from", "ingest_time");
    assertThat(ClickHouseValues.statements(CATALOG, QUOTE)).as("views").satisfiesExactly(
        rows -> assertThat(rows).contains("CREATE OR REPLACE VIEW realtime.quote_values (", "\nFROM realtime.quote FINAL"),
        latest -> assertThat(latest).contains("CREATE OR REPLACE VIEW realtime.quote_latest_values (", "\nFROM realtime.quote_latest"));
  }

  @Test
  void a_declared_view_shows_what_is_new_under_its_own_names() {
    assertThat(ClickHouseDeclaredView.statements(CATALOG, QUOTE)).as("declared views").singleElement().asString().contains(
        "CREATE OR REPLACE VIEW realtime.prints (\n  symbol ",
        "\n  print Nullable(Decimal(24, 12)) COMMENT 'Price; its unit is in print_unit',",
        "\n  id_state Enum8('MISSING' = 0, 'LIVE' = 1) COMMENT 'State of id: how it came about',",
        "\n  if(price_state IN ('LIVE'), price, NULL) AS print,\n  price_unit AS print_unit,",
        "\n  if(trade_id_state IN ('LIVE'), trade_id_state, 'MISSING') AS id_state,",
        "\nFROM realtime.quote FINAL\nWHERE price_state IN ('LIVE')");
  }

  @Test
  void statements_run_from_the_top_and_files_hold_the_same() {
    List<String> statements = ClickHouseTables.createStatements(CATALOG);

    assertThat(statements).as("statements").first().isEqualTo("CREATE DATABASE IF NOT EXISTS realtime");
    assertThat(statements).as("statements").allMatch(text -> text.contains(" IF NOT EXISTS ") || text.startsWith("CREATE OR REPLACE "));
    assertThat(ClickHouseTables.files(CATALOG)).as("files").containsOnlyKeys(
        "clickhouse/0-database.sql", "clickhouse/quote.sql", "clickhouse/book.sql", "clickhouse/unqualified.sql", "clickhouse/glossary.sql");
    assertThat(String.join("", ClickHouseTables.files(CATALOG).values())).as("files").contains(statements);
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
