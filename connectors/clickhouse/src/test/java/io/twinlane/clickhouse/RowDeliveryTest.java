package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import io.twinlane.catalog.Category;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowDeliveryTest {
  private static final Category TICK = ClickHouseServer.category("market_tick");

  private final ClickHouseConfig config = ClickHouseServer.newDatabase();
  private final CategoryRowFormat format = new CategoryRowFormat(TICK, ClickHouseServer.states());

  @Test
  void an_insert_that_is_sent_again_with_its_token_is_stored_once() throws Exception {
    ClickHouseServer.execute(config, "SYSTEM STOP MERGES " + config.database() + ".market_tick");
    RowBinaryOutput block = new RowBinaryOutput();
    ticks(100).forEach(row -> format.write(row, block));
    try (Client client = config.open(); ClickHouseRowReader<CategoryRow> stored = rows()) {
      TableInsert insert = Inserts.table(client, format);
      insert.send(block, "token-1");
      insert.send(block, "token-1");
      assertThat(stored.count()).as("rows after two inserts with one token").isEqualTo(100);

      insert.send(block, "token-2");
      assertThat(stored.count()).as("rows after an insert with another token").isEqualTo(200);
      assertThat(stored.countFinal()).as("rows under FINAL").isEqualTo(100);
      assertThat(stored.countDistinct()).as("identities").isEqualTo(100);
    }
  }

  @Test
  void a_repeat_feeds_a_snapshot_that_the_first_attempt_did_not_reach() throws Exception {
    RowBinaryOutput block = new RowBinaryOutput();
    ticks(10).forEach(row -> format.write(row, block));
    try (Client client = config.open()) {
      TableInsert insert = Inserts.table(client, format);
      insert.send(block, "token");
      ClickHouseServer.execute(config, "TRUNCATE TABLE " + config.database() + ".market_tick_latest_state");
      insert.send(block, "token");
    }
    assertThat(ClickHouseServer.text(config, "SELECT toString(count()) FROM market_tick_latest"))
        .as("symbols of the snapshot").isEqualTo("10");
  }

  @Test
  void a_row_that_clickhouse_refuses_is_set_aside_and_the_others_are_stored() throws Exception {
    ClickHouseServer.execute(config, "ALTER TABLE " + config.database() + ".market_tick ADD CONSTRAINT known CHECK symbol != 'S77'");

    deliver(ticks(1000));

    assertThat(stored()).as("symbols stored").hasSize(999).doesNotContain("S77");
    assertThat(unqualified()).as("rows set aside").singleElement().satisfies(row -> {
      assertThat(row.reason()).as("reason").isEqualTo("NOT_STORED");
      assertThat(row.explanation()).as("explanation").startsWith("Cannot insert the row into market_tick: ").contains("known");
      assertThat(row.originOffset()).as("origin offset").isEqualTo(77);
      assertThat(new String(row.raw(), StandardCharsets.UTF_8)).as("raw").contains("S77", "1_usd");
    });
  }

  @Test
  void a_row_that_does_not_fit_its_columns_is_set_aside_and_the_others_are_stored() throws Exception {
    List<CategoryRow> rows = new ArrayList<>(ticks(5));
    rows.get(1).values[TICK.indexOf("symbol")] = null;
    rows.get(2).values[TICK.indexOf("last_price")] = new BigDecimal("1234567890123");
    rows.get(3).states[0] = 99;

    deliver(rows);

    assertThat(stored()).as("symbols stored").containsExactly("S0", "S4");
    assertThat(unqualified()).as("why the others are not").extracting(UnqualifiedRow::explanation).containsExactly(
        "Cannot insert the row into market_tick: the required field symbol has no value",
        "Cannot insert the row into market_tick: 1234567890123 has more digits than decimal(24,12) holds",
        "Cannot insert the row into market_tick: the state code 99 of symbol is none of the catalog's");
  }

  @Test
  void rows_of_any_age_stay_as_long_as_their_arrival_is_recent() throws Exception {
    long now = System.currentTimeMillis() * 1000;
    long april = 1_775_000_000_000_000L;
    long twoMonthsAgo = now - 60L * 86_400_000_000L;
    CategoryRow old = TickRows.tick("OLD", april, "1", 1);
    deliver(List.of(arrivedAt(old, now), arrivedAt(TickRows.tick("GONE", now, "1", 2), twoMonthsAgo)));
    ClickHouseServer.execute(config, "OPTIMIZE TABLE " + config.database() + ".market_tick FINAL");

    assertThat(stored()).as("symbols after the time to live was applied").containsExactly("OLD");
  }

  private static CategoryRow arrivedAt(CategoryRow row, long ingestTime) {
    return new CategoryRow(row.category, row.values, row.units, row.states, row.sourceSystem, row.origin, row.originOffset, row.rowIndex,
        row.mappingVersion, ingestTime);
  }

  private void deliver(List<CategoryRow> rows) throws InterruptedException {
    try (Client client = config.open()) {
      DeliveryMetrics metrics = Inserts.metrics();
      new RowDelivery<>(format, Inserts.table(client, format), new RefusedIntoUnqualified(client, metrics), metrics).deliver(rows);
    }
  }

  private List<String> stored() {
    try (ClickHouseRowReader<CategoryRow> rows = rows(); Stream<CategoryRow> stream = rows.stream()) {
      return stream.map(row -> (String) row.values[0]).toList();
    }
  }

  private List<UnqualifiedRow> unqualified() {
    try (ClickHouseRowReader<UnqualifiedRow> rows = ClickHouseRowReader.ofUnqualified(config); Stream<UnqualifiedRow> stream = rows.stream()) {
      return stream.toList();
    }
  }

  private ClickHouseRowReader<CategoryRow> rows() {
    return ClickHouseRowReader.ofCategory(config, TICK, ClickHouseServer.states());
  }

  private static List<CategoryRow> ticks(int count) {
    List<CategoryRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(TickRows.tick("S" + i, TickRows.NOON + i, i + ".5", i));
    }
    return rows;
  }
}
