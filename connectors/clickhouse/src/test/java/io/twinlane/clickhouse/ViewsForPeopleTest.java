package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.CategoryView;
import io.twinlane.catalog.Instrument;
import io.twinlane.catalog.Instruments;
import io.twinlane.normalize.CategoryRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an analyst reads: values, trades and meanings, on the real server. */
class ViewsForPeopleTest {
  private final ClickHouseConfig config = ClickHouseServer.newDatabase();

  @Test
  void values_are_the_rows_of_the_table_and_of_the_snapshot_without_repeats() throws Exception {
    insert(trade("CLZ6", "70.10", "LIVE", "2", "LIVE", 1));
    insert(trade("CLZ6", "70.10", "LIVE", "2", "LIVE", 1));
    insert(trade("CLZ6", "70.20", "LIVE", "3", "LIVE", 2));

    String columns = "concat(symbol, ' ', toString(last_price), ' ', last_price_unit, ' ', toString(last_price_state))";
    assertThat(texts("SELECT " + columns + " FROM market_tick_values ORDER BY origin_offset SETTINGS final = 0"))
        .as("all rows, also for a reader whose profile knows no FINAL").containsExactly("CLZ6 70.1 1_usd LIVE", "CLZ6 70.2 1_usd LIVE");
    assertThat(texts("SELECT " + columns + " FROM market_tick_latest_values")).as("the latest").containsExactly("CLZ6 70.2 1_usd LIVE");
    assertThat(texts("SELECT name FROM system.columns WHERE database = currentDatabase() AND table LIKE '%\\\\_values'"
        + " AND (name LIKE '%\\\\_dtype' OR comment = '')")).as("columns that nobody reads, or that say nothing").isEmpty();
  }

  /** The rows of sql/research/bars_1m/scenarios/only_new_prices_are_trades: its bar counts five. */
  @Test
  void what_counts_as_a_trade_is_a_price_that_is_new() throws Exception {
    insert(trade("CLZ6", "69.90", "PREVIOUS_CLOSE", "5", "LIVE", 1), trade("CLZ6", "70.10", "LIVE", "2", "LIVE", 2),
        trade("CLZ6", "70.10", "CARRIED", "2", "CARRIED", 3), trade("CLZ6", "70.30", "LIVE", "2", "CARRIED", 4),
        trade("CLZ6", "70.00", "DELAYED", "3", "DELAYED", 5), trade("CLZ6", "70.20", "LIVE", null, "MISSING", 6),
        trade("CLZ6", "99", "HALTED", "1", "LIVE", 7), trade("CLZ6", "1", "FROZEN", "1", "LIVE", 8),
        trade("CLZ6", "70.15", "UNKNOWN", "5", "UNKNOWN", 9));

    assertThat(texts("SELECT concat(toString(price), ' x ', ifNull(toString(size), 'none'), ' ', toString(size_state)) FROM trades"
        + " ORDER BY origin_offset")).as("trades").containsExactly("70.1 x 2 LIVE", "70.3 x none MISSING", "70 x 3 DELAYED",
            "70.2 x none MISSING", "70.15 x 5 UNKNOWN");
    assertThat(texts("SELECT toString(sum(size)) FROM trades")).as("volume, as the bar has it").containsExactly("10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"market_tick", "market_tick_latest", "market_tick_values", "market_tick_latest_values"})
  void a_state_that_does_not_exist_is_an_error(String table) throws Exception {
    insert(trade("CLZ6", "70.10", "LIVE", "2", "LIVE", 1));

    assertThat(texts("SELECT symbol FROM " + table + " WHERE last_price_state IN ('LIVE', 'DELAYED')")).as("rows").containsExactly("CLZ6");
    for (String condition : List.of("= 'LIFE'", "!= 'LIFE'", "IN ('LIVE', 'LIFE')", "NOT IN ('LIFE')")) {
      assertThatThrownBy(() -> texts("SELECT symbol FROM " + table + " WHERE last_price_state " + condition)).as(condition)
          .hasStackTraceContaining("Unknown element 'LIFE' for enum, maybe you meant: ['LIVE'");
    }
  }

  @Test
  void names_are_explained_where_the_data_is() throws Exception {
    insert(trade("CLZ6", "70.10", "LIVE", "2", "DELAYED", 1));

    assertThat(texts("SELECT meaning FROM market_tick_values JOIN states ON state = last_size_state")).as("a state joined to its meaning")
        .containsExactly("Given by this message, but delayed by the source (Interactive Brokers 15 to 20 minutes).");
    assertThat(texts("SELECT concat(field, ': ', meaning) FROM fields WHERE category = 'market_tick' ORDER BY place LIMIT 2"))
        .as("fields in order").startsWith("symbol: The catalog's own symbol of the instrument");
    assertThat(texts("SELECT meaning FROM units WHERE name = 'barrels'")).as("a unit").containsExactly("Barrel of 42 US gallons");
    assertThat(texts("SELECT concat(symbol, ' ', ifNull(size_unit, 'none')) FROM instruments WHERE id IN ('265598', '416904') ORDER BY 1"))
        .as("instruments").containsExactly("AAPL 1_share", "SPX none");
    assertThat(texts("SELECT lane FROM sources WHERE has(categories, 'economic_event') ORDER BY source_system")).as("who feeds releases")
        .containsExactly("files", "files");
  }

  @Test
  void every_table_that_categories_names_can_be_read() {
    List<String> named = texts("SELECT arrayJoin(arrayConcat([rows_in, latest_in], views)) FROM categories");

    assertThat(named).as("tables").hasSize(2 * ClickHouseServer.CATALOG.categories().size() + 1).allSatisfy(table ->
        assertThat(texts("SELECT toString(count()) FROM " + table)).as(table).containsExactly("0"));
  }

  @Test
  void views_and_meanings_follow_the_catalog_and_leave_the_rows() throws Exception {
    insert(trade("CLZ6", "70.10", "LIVE", "2", "LIVE", 1), trade("CLZ6", "70.10", "DELAYED", "2", "LIVE", 2));
    Catalog catalog = ClickHouseServer.CATALOG;
    Category ticks = catalog.category("market_tick");
    CategoryView trades = ticks.views().get(0);
    CategoryView live = new CategoryView(trades.name(), trades.description(), trades.news(), List.of("LIVE"), trades.columns());
    Category changed = new Category(ticks.name(), ticks.description(), ticks.identifier(), ticks.timestamp(), ticks.keys(), ticks.retention(),
        ticks.fields(), List.of(live), ticks.futureTolerance());
    ClickHouseServer.apply(config, new Catalog(catalog.platform(), catalog.states(), catalog.units(), List.of(changed), catalog.sources(),
        catalog.teams(), catalog.computations(), many(20_000), catalog.reasons()));

    assertThat(texts("SELECT toString(count()) FROM trades")).as("trades by the new rule").containsExactly("1");
    assertThat(texts("SELECT toString(count()) FROM market_tick")).as("rows").containsExactly("2");
    assertThat(texts("SELECT toString(count()) FROM instruments")).as("instruments, more than fit into a query by default")
        .containsExactly("20000");
    assertThat(texts("SELECT category FROM categories")).as("categories").containsExactly("market_tick");
  }

  private static Instruments many(int count) {
    return new Instruments(IntStream.range(0, count).mapToObj(i -> new Instrument("ib", "id-" + i, "SYMBOL" + i, "1_usd", null)).toList());
  }

  private static CategoryRow trade(String symbol, String price, String priceState, String size, String sizeState, long offset) {
    CategoryRow row = TickRows.tick(symbol, TickRows.NOON + offset, price, offset);
    Category ticks = ClickHouseServer.category("market_tick");
    row.states[ticks.indexOf("last_price")] = ClickHouseServer.states().code(priceState);
    row.values[ticks.indexOf("last_size")] = size == null ? null : new BigDecimal(size).setScale(12);
    row.units[ticks.indexOf("last_size")] = "1_contract";
    row.states[ticks.indexOf("last_size")] = ClickHouseServer.states().code(sizeState);
    return row;
  }

  private void insert(CategoryRow... rows) throws InterruptedException {
    Inserts.of(config, new CategoryRowFormat(ClickHouseServer.category("market_tick"), ClickHouseServer.states()),
        List.of(rows));
  }

  private List<String> texts(String sql) {
    return ClickHouseServer.texts(config, sql);
  }
}
