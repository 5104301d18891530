package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.State;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Tables that an earlier catalog made, under today's: they are brought to it, or refused; a row is never read at another scale. */
class ExistingTablesTest {
  private static final States STATES = ClickHouseServer.states();
  private static final Field SYMBOL = new Field("symbol", Dtype.STRING, Field.NO_UNIT, true, "Whose");
  private static final Field TIME = new Field("event_time", Dtype.TIMESTAMP, "1_us", true, "When");
  private static final Field PRICE = new Field("price", Dtype.decimal(24, 12), Field.UNIT_VARIES, false, "How much");
  private static final Category FIRST = category(SYMBOL, TIME, PRICE);

  private final ClickHouseConfig config = ClickHouseServer.newDatabase(FIRST);

  @Test
  void every_table_of_the_catalog_is_as_declared_once_it_is_made() {
    ClickHouseConfig whole = ClickHouseServer.newDatabase();
    List<String> declared = ClickHouseServer.statements(whole, ClickHouseServer.CATALOG);
    assertThat(declared.stream().flatMap(statement -> DeclaredTable.of(statement).stream()).map(DeclaredTable::name))
        .contains("market_tick", "market_tick_latest_state", "order_book", "order_book_latest_state", "unqualified");
    try (Client client = whole.open()) {
      assertThat(ExistingTables.around(declared, client)).isEqualTo(declared);
    }
  }

  @Test
  void a_field_in_the_middle_and_a_new_state_are_added_and_rows_and_snapshot_of_before_stay() throws Exception {
    insert(FIRST, STATES, row(FIRST, 0, "A", 1L, new BigDecimal("103.000000000000")));
    Field venue = new Field("venue", Dtype.STRING, Field.NO_UNIT, false, "Where");
    Category now = category(SYMBOL, venue, TIME, PRICE);
    List<State> more = new ArrayList<>(STATES.list());
    more.add(new State("AUCTION", "From an auction"));
    States states = new States(more);
    ClickHouseServer.apply(config, ClickHouseServer.with(now, states));

    CategoryRow later = row(now, 1, "B", "X", 2L, new BigDecimal("1.500000000000"));
    later.states[1] = states.code("AUCTION");
    insert(now, states, later);

    try (ClickHouseRowReader<CategoryRow> stored = ClickHouseRowReader.ofCategory(config, now, states); Stream<CategoryRow> rows = stored.stream()) {
      CategoryRow before = row(now, 0, "A", null, 1L, new BigDecimal("103.000000000000"));
      assertThat(rows).containsExactly(before, later);
    }
    assertThat(ClickHouseServer.texts(config, "SELECT concat(symbol, ' ', ifNull(venue, '-'), ' ', toString(price), ' ', toString(venue_state))"
        + " FROM quote_latest ORDER BY symbol")).containsExactly("A - 103 MISSING", "B X 1.5 AUCTION");
    insert(FIRST, STATES, row(FIRST, 2, "C", 3L, null)); // a job of the earlier catalog goes on
    assertThat(ClickHouseServer.text(config, "SELECT toString(count()) FROM quote_latest")).isEqualTo("3");
  }

  @Test
  void a_technical_column_that_is_new_says_of_rows_of_before_what_stands_for_it() throws Exception {
    String create = ClickHouseServer.statements(config, ClickHouseServer.with(FIRST, STATES)).get(1);
    String before = create.replaceFirst("\n  merged_from [^\n]*", "").replaceFirst("bitOr.*? COMMENT", "0 COMMENT");
    assertThat(before).doesNotContain("merged_from");
    ClickHouseServer.execute(config, "DROP VIEW " + config.database() + ".quote_latest_feed");
    ClickHouseServer.execute(config, "DROP TABLE " + config.database() + ".quote");
    ClickHouseServer.execute(config, before);
    ClickHouseServer.execute(config, "INSERT INTO " + config.database() + ".quote (symbol, event_time, origin, origin_offset, mapping_version,"
        + " ingest_time) VALUES ('A', now(), 'raw.test/0', 41, 'test/1', now())");
    ClickHouseServer.apply(config, ClickHouseServer.with(FIRST, STATES));
    assertThat(ClickHouseServer.text(config, "SELECT toString(merged_from) FROM quote")).isEqualTo("41");
  }

  @Test
  void a_table_that_knew_nothing_of_how_complete_a_row_is_is_refused() throws Exception {
    String create = ClickHouseServer.statements(config, ClickHouseServer.with(FIRST, STATES)).get(1);
    ClickHouseServer.execute(config, "DROP TABLE " + config.database() + ".quote");
    ClickHouseServer.execute(config, create.replaceFirst("row_rank UInt128", "row_rank UInt64"));
    assertThatThrownBy(() -> ClickHouseServer.apply(config, ClickHouseServer.with(FIRST, STATES)))
        .hasMessageContaining("row_rank is UInt64, declared is UInt128").hasMessageContaining("rename the table");
  }

  @Test
  void another_scale_another_order_and_a_new_required_field_are_refused_before_anything_is_changed() throws Exception {
    insert(FIRST, STATES, row(FIRST, 0, "A", 1L, new BigDecimal("103.000000000000")));
    Field coarse = new Field("price", Dtype.decimal(24, 8), Field.UNIT_VARIES, false, "How much");
    Field venue = new Field("venue", Dtype.STRING, Field.NO_UNIT, true, "Where");
    Category other = new Category("quote", "Quotes", "venue", "event_time", List.of("venue"), Duration.ofDays(1),
        List.of(SYMBOL, venue, TIME, coarse));

    assertThatThrownBy(() -> ClickHouseServer.apply(config, ClickHouseServer.with(other, STATES))).hasMessage(
        "Cannot use what ClickHouse holds: in " + config.database() + ".quote venue is new and required, and rows of before have none: declare it"
            + " without required; in " + config.database() + ".quote price is Nullable(Decimal(24, 12)), declared is Nullable(Decimal(24, 8)); in "
            + config.database() + ".quote it is sorted by (symbol, event_time, origin, origin_offset, row_index), declared is (venue, event_time,"
            + " origin, origin_offset, row_index). Give a field that changed a new name, or rename the table (RENAME TABLE a TO b) so that a new"
            + " one is made");
    assertThat(ClickHouseServer.texts(config, "SELECT name FROM system.columns WHERE database = '" + config.database() + "' AND table = 'quote'"))
        .doesNotContain("venue");
    assertThat(ClickHouseServer.text(config, "SELECT toString(price) FROM quote_latest")).isEqualTo("103");
  }

  @Test
  void another_choice_among_rows_of_one_identity_is_refused_and_copies_on_a_cluster_are_not() {
    String statement = ClickHouseServer.statements(config, ClickHouseServer.with(FIRST, STATES)).get(1);
    List<String> ranked = List.of(statement.replaceFirst("ENGINE = .*", "ENGINE = ReplacingMergeTree(origin_offset)"));
    assertThatThrownBy(() -> ClickHouseSchema.apply(config, ranked)).hasMessageStartingWith("Cannot use what ClickHouse holds: in "
        + config.database() + ".quote its engine is ReplacingMergeTree").hasMessageContaining("declared is ReplacingMergeTree(origin_offset). Give");
    assertThat(DeclaredTable.choosesBy("ReplicatedReplacingMergeTree('/tables/{uuid}/{shard}', '{replica}', row_rank) ORDER BY a")).isEqualTo("row_rank");
    assertThat(DeclaredTable.choosesBy("ReplicatedReplacingMergeTree('/tables/{uuid}/{shard}', '{replica}')")).isEmpty();
    assertThat(DeclaredTable.choosesBy("ReplacingMergeTree PARTITION BY x")).isEmpty();
  }

  @Test
  void a_table_whose_scale_changed_under_a_job_takes_no_row_sets_none_aside_and_gives_none_to_a_reader() throws Exception {
    CategoryRowFormat format = new CategoryRowFormat(FIRST, STATES);
    RowBinaryOutput block = new RowBinaryOutput();
    format.write(row(FIRST, 0, "A", 1L, new BigDecimal("103.000000000000")), block);
    try (Client client = config.open()) {
      TableInsert insert = Inserts.table(client, format);
      insert.send(block, "before");
      ClickHouseServer.execute(config, "ALTER TABLE " + config.database() + ".quote MODIFY COLUMN price Nullable(Decimal(24, 8))");
      assertThatThrownBy(() -> insert.send(block, "after")).as("the server compares the types that the rows announce")
          .hasMessageContaining("Decimal(24, 8)").hasMessageContaining("Decimal(24, 12)");
      assertThatThrownBy(insert::compare).isInstanceOf(TableDiffers.class).hasMessage("Cannot insert into " + config.database()
          + ".quote: price is Nullable(Decimal(24, 8)) there and Nullable(Decimal(24, 12)) here."
          + " The table is another catalog's: ./twinlane up brings it to this one, or says why not");
    }
    try (ClickHouseRowReader<CategoryRow> stored = ClickHouseRowReader.ofCategory(config, FIRST, STATES)) {
      assertThatThrownBy(stored::stream).hasMessage("Cannot read quote from ClickHouse: price is Nullable(Decimal(24, 8)) there and"
          + " Nullable(Decimal(24, 12)) here");
    }
    assertThat(ClickHouseServer.text(config, "SELECT toString(price) FROM quote")).isEqualTo("103");
  }

  @Test
  void rows_wait_while_the_table_is_another_and_are_stored_once_it_is_theirs_again() throws Exception {
    String alter = "ALTER TABLE " + config.database() + ".quote MODIFY COLUMN price Nullable(Decimal(24, %d))";
    insert(FIRST, STATES, row(FIRST, 0, "A", 1L, new BigDecimal("1.000000000000")));
    ClickHouseServer.execute(config, alter.formatted(8));
    CompletableFuture<Void> delivery = CompletableFuture.runAsync(() -> {
      try {
        insert(FIRST, STATES, row(FIRST, 1, "B", 2L, new BigDecimal("103.000000000000")));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    Awaitility.await("waiting").during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(10)).until(() -> !delivery.isDone());
    ClickHouseServer.execute(config, alter.formatted(12));
    delivery.get(30, TimeUnit.SECONDS);
    assertThat(ClickHouseServer.texts(config, "SELECT toString(price) FROM quote ORDER BY symbol")).containsExactly("1", "103");
    assertThat(ClickHouseServer.text(config, "SELECT toString(count()) FROM unqualified")).isEqualTo("0");
  }

  private void insert(Category category, States states, CategoryRow row) throws InterruptedException {
    Inserts.of(config, new CategoryRowFormat(category, states), List.of(row));
  }

  private static CategoryRow row(Category category, int offset, Object... values) {
    String[] units = new String[values.length];
    byte[] states = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      states[i] = (byte) (values[i] == null ? 0 : 1);
      units[i] = category.fields().get(i).unitVaries() && values[i] != null ? "1_usd" : null;
    }
    return new CategoryRow(category.name(), values, units, states, "test", "raw.test/0", offset, 0, "test/1", TickRows.NOW);
  }

  private static Category category(Field... fields) {
    return new Category("quote", "Quotes", "symbol", "event_time", List.of("symbol"), Duration.ofDays(1), List.of(fields));
  }
}
