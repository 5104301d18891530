package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.normalize.CategoryRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of two rows of one identity the newer mapping's stays, in whatever order they come: a topic that is read anew brings the older ones again. */
class BetterRowTest {
  private static final CategoryRow OLDER = madeBy("ib/9", TickRows.tick("CLZ6", TickRows.NOON, "0.01", 5));
  private static final CategoryRow NEWER = madeBy("ib/10", TickRows.tick("CLZ6", TickRows.NOON, "71.25", 5));

  @Test
  void the_row_of_the_newer_mapping_stays_in_table_and_snapshot() throws Exception {
    for (List<CategoryRow> order : List.of(List.of(OLDER, NEWER, OLDER), List.of(NEWER, OLDER))) {
      ClickHouseConfig config = ClickHouseServer.newDatabase();
      for (CategoryRow row : order) {
        Inserts.of(config, new CategoryRowFormat(ClickHouseServer.category("market_tick"), ClickHouseServer.states()), List.of(row));
      }

      assertBetter(config, "market_tick FINAL");
      assertBetter(config, "market_tick_latest");
      ClickHouseServer.execute(config, "OPTIMIZE TABLE " + config.database() + ".market_tick FINAL");
      ClickHouseServer.execute(config, "OPTIMIZE TABLE " + config.database() + ".market_tick_latest_state FINAL");
      assertBetter(config, "market_tick");
      assertBetter(config, "market_tick_latest");
    }
  }

  @Test
  void a_level_of_a_book_is_that_of_the_newer_mapping() throws Exception {
    ClickHouseConfig config = ClickHouseServer.newDatabase();
    CategoryRowFormat format = new CategoryRowFormat(ClickHouseServer.category("order_book"), ClickHouseServer.states());
    CategoryRow level = TickRows.level("snapshot", "bid", "100", "1", 3, 0);
    Inserts.of(config, format, List.of(madeBy("coinbase/3", TickRows.level("snapshot", "bid", "100", "2", 3, 0))));
    Inserts.of(config, format, List.of(madeBy("coinbase/2", level)));

    assertThat(ClickHouseServer.texts(config, "SELECT concat(toString(size), ' ', mapping_version) FROM order_book_latest"))
        .containsExactly("2 coinbase/3");
  }

  private static void assertBetter(ClickHouseConfig config, String table) {
    assertThat(ClickHouseServer.texts(config, "SELECT concat(toString(last_price), ' ', mapping_version) FROM " + table)).as(table)
        .containsExactly("71.25 ib/10");
  }

  private static CategoryRow madeBy(String mapping, CategoryRow row) {
    return new CategoryRow(row.category, row.values, row.units, row.states, row.sourceSystem, row.origin, row.originOffset, row.rowIndex, mapping,
        row.ingestTime);
  }
}
