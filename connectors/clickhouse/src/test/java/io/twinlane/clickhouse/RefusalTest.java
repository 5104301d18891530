package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of rows that ClickHouse refuses: the row at fault is set aside, a table at fault is waited for, and nothing ends in a log. */
@Timeout(120)
class RefusalTest {
  private static final CategoryRowFormat FORMAT =
      new CategoryRowFormat(ClickHouseServer.category("market_tick"), ClickHouseServer.states());

  @TempDir
  private static Path dir;
  private static EmbeddedClickHouse server; // of its own: the shared one has its fill of the other tests' tables

  private final ClickHouseConfig config = ClickHouseServer.newDatabase(server.httpUrl(), ClickHouseServer.CATALOG);
  private final ClickHouseWriter<CategoryRow> writer =
      new ClickHouseWriter<>(config, FORMAT, RefusedIntoUnqualified::new, List.of(), new UnregisteredMetricsGroup());

  @BeforeAll
  static void start() {
    server = EmbeddedClickHouse.start(dir, 0, 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void close() throws Exception {
    writer.close();
    ClickHouseServer.execute(config, "DROP DATABASE " + config.database() + " SYNC");
  }

  /** One way for each of {@link DataErrors}' codes that a row alone, among others, is refused by a table that somebody has added to. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      CANNOT_PARSE_TEXT                       | COLUMN x Int32 MATERIALIZED toInt32(symbol)
      CANNOT_PARSE_DATE                       | COLUMN x Date MATERIALIZED toDate(if(symbol = 'bad', 'b', '2026-01-01'))
      CANNOT_PARSE_DATETIME                   | COLUMN x DateTime MATERIALIZED toDateTime(concat('2026-01-01 00:00:0', symbol), 'UTC')
      INCORRECT_DATA                          | COLUMN x JSON MATERIALIZED if(symbol = 'bad', symbol, '{}')::JSON
      TOO_LARGE_STRING_SIZE                   | COLUMN x FixedString(2) MATERIALIZED toFixedString(symbol, 2)
      ILLEGAL_DIVISION                        | COLUMN x Int64 MATERIALIZED intDiv(1, length(symbol) - 3)
      CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN   | COLUMN x Decimal(24, 12) MATERIALIZED CAST(last_price AS Decimal(24, 12))
      FUNCTION_THROW_IF_VALUE_IS_NON_ZERO     | COLUMN x UInt8 MATERIALIZED throwIf(symbol = 'bad')
      DECIMAL_OVERFLOW                        | COLUMN x Int8 MATERIALIZED accurateCast(ifNull(last_price, 1000), 'Int8')
      VIOLATED_CONSTRAINT                     | CONSTRAINT x CHECK symbol != 'bad'
      UNKNOWN_ELEMENT_OF_ENUM                 | COLUMN x Enum8('1' = 1, '2' = 2) MATERIALIZED CAST(symbol AS Enum8('1' = 1, '2' = 2))
      """)
  void a_row_that_the_table_refuses_is_set_aside_when_the_table_takes_others(String code, String addition) throws Exception {
    add("market_tick", addition);
    CategoryRow bad = TickRows.tick("bad", TickRows.NOON, "1", 0);
    bad.values[ClickHouseServer.category("market_tick").indexOf("last_price")] = null;

    write(bad, TickRows.tick("1", TickRows.NOON, "1", 1), TickRows.tick("2", TickRows.NOON, "1", 2));
    writer.flush(true);

    assertThat(symbols()).as("symbols stored").containsExactly("1", "2");
    assertThat(unqualified()).as("rows set aside").singleElement().satisfies(row -> {
      assertThat(row.reason()).as("reason").isEqualTo("NOT_STORED");
      assertThat(row.explanation()).as("explanation").startsWith("Cannot insert the row into market_tick: ").contains("(" + code + ")");
      assertThat(row.originOffset()).as("origin offset").isEqualTo(0);
    });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      a constraint that no row meets       | CONSTRAINT x CHECK symbol = 'none'
      a column that no row has a value for | COLUMN x Int32 MATERIALIZED toInt32(symbol)
      """)
  void a_table_that_takes_no_row_any_more_diverts_none(String change, String addition) throws Exception {
    write(TickRows.tick("before", TickRows.NOON, "1", 0));
    writer.flush(true);
    add("market_tick", addition);
    List<CategoryRow> rows = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      rows.add(TickRows.tick("after " + i, TickRows.NOON, "1", i));
    }
    write(rows.toArray(CategoryRow[]::new));
    await("waiting").during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(20)).until(() -> symbols().size() == 1 && unqualified().isEmpty());

    ClickHouseServer.execute(config, "ALTER TABLE " + config.database() + ".market_tick DROP " + addition.substring(0, addition.indexOf(" x")) + " x");
    writer.flush(true);
    assertThat(symbols()).as("symbols stored").hasSize(301);
    assertThat(unqualified()).as("rows set aside").isEmpty();
  }

  @Test
  void a_row_alone_waits_until_another_shows_that_the_table_is_not_at_fault() throws Exception {
    add("market_tick", "CONSTRAINT x CHECK symbol != 'bad'");
    write(TickRows.tick("bad", TickRows.NOON, "1", 0));
    await("waiting").during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(20)).until(() -> unqualified().isEmpty());

    write(TickRows.tick("good", TickRows.NOON, "1", 1));
    writer.flush(true);
    assertThat(symbols()).as("symbols stored").containsExactly("good");
    assertThat(unqualified()).as("rows set aside").extracting(UnqualifiedRow::originOffset).containsExactly(0L);
  }

  @Test
  void an_unqualified_row_that_its_table_refuses_is_stored_shortened_with_the_reason() throws Exception {
    add("unqualified", "CONSTRAINT short CHECK length(raw) < 5000");
    UnqualifiedRow row = new UnqualifiedRow("ib", "market_tick", "NOT_A_NUMBER", "it is no number", "last_price", "?".repeat(10_000),
        new byte[10_000], "raw.ib/0", 7, 3, "ib/1", TickRows.NOON, TickRows.NOW);
    try (ClickHouseWriterOf unqualified = new ClickHouseWriterOf(config)) {
      unqualified.store(row);
    }
    assertThat(unqualified()).as("rows stored").singleElement().satisfies(stored -> {
      assertThat(stored.reason()).as("reason").isEqualTo("NOT_STORED");
      assertThat(stored.explanation()).as("explanation").startsWith("Cannot insert the unqualified row into unqualified: ")
          .contains("Code: 469", "It was NOT_A_NUMBER: it is no number. Of 10000 bytes of its message the first 1000 are here");
      assertThat(stored.raw()).as("raw").hasSize(1000);
      assertThat(stored.rawValue()).as("raw value").hasSizeLessThan(300);
      assertThat(List.of(stored.origin(), stored.originOffset(), stored.rowIndex())).as("identity").containsExactly("raw.ib/0", 7L, 3);
    });
  }

  @Test
  void an_unqualified_row_waits_while_its_table_refuses_even_its_short_form() throws Exception {
    add("unqualified", "CONSTRAINT none CHECK source_system != 'ib'");
    UnqualifiedRow row = new UnqualifiedRow("ib", null, "NOT_JSON", "it is no JSON", null, null, new byte[10], "raw.ib/0", 7, 0, "ib/1",
        TickRows.NOON, TickRows.NOW);
    try (ClickHouseWriterOf unqualified = new ClickHouseWriterOf(config)) {
      unqualified.writer().write(row, null);
      await("waiting").during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(20))
          .until(() -> !unqualified.writer().snapshotState(1).isEmpty() && unqualified().isEmpty());
      ClickHouseServer.execute(config, "ALTER TABLE " + config.database() + ".unqualified DROP CONSTRAINT none");
      unqualified.writer().flush(true);
    }
    assertThat(unqualified()).as("rows stored").singleElement().extracting(UnqualifiedRow::originOffset).isEqualTo(7L);
  }

  private void add(String table, String addition) {
    ClickHouseServer.execute(config, "ALTER TABLE " + config.database() + "." + table + " ADD " + addition);
  }

  private void write(CategoryRow... rows) throws InterruptedException {
    for (CategoryRow row : rows) {
      writer.write(row, null);
    }
  }

  private List<String> symbols() {
    return ClickHouseServer.texts(config, "SELECT symbol FROM market_tick FINAL ORDER BY symbol");
  }

  private List<UnqualifiedRow> unqualified() {
    try (ClickHouseRowReader<UnqualifiedRow> rows = ClickHouseRowReader.ofUnqualified(config); Stream<UnqualifiedRow> stream = rows.stream()) {
      return stream.toList();
    }
  }

  /** A writer of unqualified rows as {@link ClickHouseSink#ofUnqualified} makes it. */
  private record ClickHouseWriterOf(ClickHouseWriter<UnqualifiedRow> writer) implements AutoCloseable {
    ClickHouseWriterOf(ClickHouseConfig config) {
      this(new ClickHouseWriter<>(config, new UnqualifiedRowFormat(), RefusedShortened::new, List.of(),
          new UnregisteredMetricsGroup()));
    }

    void store(UnqualifiedRow row) throws InterruptedException {
      writer.write(row, null);
      writer.flush(true);
    }

    @Override
    public void close() throws InterruptedException {
      writer.close();
    }
  }
}
