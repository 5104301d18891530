package io.twinlane.proof.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseRowReader;
import io.twinlane.clickhouse.ClickHouseSchema;
import io.twinlane.clickhouse.ClickHouseSink;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.LakeTable;
import io.twinlane.lake.LakeTables;
import io.twinlane.lake.ToSilver;
import io.twinlane.lake.ToUnqualified;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.RowTypes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ClickHouse forgets rows after their retention and silver keeps them all: compared is what both can still tell. */
class ForgottenRowsTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final Category TICKS = CATALOG.category("market_tick");
  private static final byte MISSING = CATALOG.states().code("MISSING");
  private static final String TABLE = CATALOG.platform().clickhouseDatabase() + ".market_tick";
  /** The ages of all rows are counted from one time, which is the time of the run. */
  @SuppressWarnings("TimeInStaticInitializer")
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private static final Duration RETENTION = TICKS.retention();

  @TempDir
  private static Path folder;
  private static EmbeddedClickHouse server;
  private static EmbeddedFlink flink;
  private static ClickHouseConfig clickhouse;

  @TempDir
  private Path dir;
  private LakeConfig lake;

  @BeforeAll
  static void start() {
    server = EmbeddedClickHouse.start(folder.resolve("clickhouse"), 0, 0);
    flink = EmbeddedFlink.start(new Configuration(), 0);
    clickhouse = ClickHouseConfig.at(server.httpUrl(), CATALOG.platform().clickhouseDatabase());
  }

  @AfterAll
  static void stop() {
    flink.close();
    server.close();
  }

  @BeforeEach
  void make_the_stores_anew() {
    execute("DROP DATABASE IF EXISTS " + clickhouse.database());
    ClickHouseSchema.apply(clickhouse, ClickHouseTables.createStatements(CATALOG));
    lake = LakeConfig.local(dir);
    LakeTables.create(lake, CATALOG);
  }

  @Test
  void rows_that_clickhouse_has_forgotten_are_no_difference() throws Exception {
    write(tick(0, RETENTION.plusDays(30)), tick(1, RETENTION.plusHours(30)), tick(2, Duration.ofDays(3)), tick(3, Duration.ZERO));
    forget();

    ParityResult result = parity();

    assertThat(stored()).as("rows left in ClickHouse").isEqualTo(2);
    assertThat(result.findings()).isEmpty();
    assertThat(result).extracting(ParityResult::compared, ParityResult::onlySilver, ParityResult::holds).containsExactly(2L, 0L, true);
    assertThat(result.range()).isEqualTo(new ComparedRange(ago(Duration.ofDays(3)), ago(Duration.ZERO), 2));
  }

  @Test
  void a_row_that_is_missing_within_the_retention_is_a_failure_all_the_same() throws Exception {
    write(tick(0, RETENTION.plusDays(30)), tick(1, RETENTION.minusHours(2)), tick(2, Duration.ofDays(3)), tick(3, Duration.ZERO));
    forget();
    execute("DELETE FROM " + TABLE + " WHERE origin_offset = 1");

    ParityResult result = parity();

    assertThat(result).extracting(ParityResult::compared, ParityResult::onlySilver, ParityResult::holds).containsExactly(2L, 1L, false);
    assertThat(result.findings()).containsExactly("raw.ib/0 offset 1 row 0: only in the batch lane");
  }

  @Test
  void a_day_that_was_dropped_before_its_time_is_a_failure() throws Exception {
    write(tick(0, RETENTION.plusDays(30)), tick(1, Duration.ofDays(3)), tick(2, Duration.ZERO));
    execute("ALTER TABLE " + TABLE + " DROP PARTITION '" + ago(Duration.ofDays(3)).toString().substring(0, 10) + "'");

    assertThat(parity().findings()).containsExactly("raw.ib/0 offset 1 row 0: only in the batch lane");
  }

  /** Parts are dropped whole, when their last row may go: of one day some rows are there, some are not. */
  @Test
  void a_day_of_which_a_part_is_gone_is_not_compared_where_it_may_be_gone() throws Exception {
    execute("SYSTEM STOP TTL MERGES " + TABLE);
    CategoryRow kept = tick(1, RETENTION.plusMinutes(1));
    CategoryRow late = tick(2, Duration.ofHours(1));
    writeTable(kept, late);
    writeSilver(tick(0, RETENTION.plusMinutes(2)), kept, late);

    ParityResult result = parity();

    assertThat(stored()).as("rows left in ClickHouse").isEqualTo(2);
    assertThat(result.findings()).isEmpty();
    assertThat(result).extracting(ParityResult::compared, ParityResult::holds).containsExactly(1L, true);
    assertThat(result.range().before()).as("the kept one, too").isEqualTo(2);
  }

  @Test
  void many_rows_are_compared_in_stretches_of_time_none_of_which_is_left_out() throws Exception {
    CategoryRow[] rows = LongStream.range(0, 120).mapToObj(i -> tick(i, Duration.ofHours(i))).toArray(CategoryRow[]::new);
    write(rows);
    execute("DELETE FROM " + TABLE + " WHERE origin_offset IN (7, 61, 119)");

    ParityResult result = new LaneParity(CATALOG, clickhouse, lake, 10).compare(TICKS);

    assertThat(result).extracting(ParityResult::compared, ParityResult::onlyLive, ParityResult::onlySilver, ParityResult::different)
        .containsExactly(117L, 0L, 3L, 0L);
    assertThat(result.findings()).containsExactlyInAnyOrder("raw.ib/0 offset 7 row 0: only in the batch lane",
        "raw.ib/0 offset 61 row 0: only in the batch lane", "raw.ib/0 offset 119 row 0: only in the batch lane");
  }

  @Test
  void unqualified_rows_are_compared_as_long_as_clickhouse_keeps_them() throws Exception {
    Duration kept = CATALOG.platform().topics().unqualifiedRetention();
    writeUnqualified(unqualified(0, kept.plusDays(30)), unqualified(1, kept.minusDays(1)), unqualified(2, Duration.ZERO));
    execute("OPTIMIZE TABLE " + clickhouse.database() + ".unqualified FINAL");

    ParityResult result = new LaneParity(CATALOG, clickhouse, lake).compareStoredUnqualified();

    assertThat(result.findings()).isEmpty();
    assertThat(result).extracting(ParityResult::compared, ParityResult::holds).containsExactly(2L, true);
    assertThat(result.range().before()).isEqualTo(1);
  }

  /** Of Kafka's unqualified rows it is the raw topic that says which messages can still be told of. */
  @Test
  void unqualified_rows_of_messages_that_kafka_has_forgotten_are_no_difference() throws Exception {
    UnqualifiedRow later = unqualified(5, Duration.ZERO);
    writeUnqualified(unqualified(3, Duration.ofDays(4)), later);
    LaneParity lanes = new LaneParity(CATALOG, clickhouse, lake);
    RowFeed live = out -> out.row(RowTexts.identity(later), later.mappingVersion(), RowTexts.of(later));

    assertThat(lanes.compareUnqualified(live, (origin, offset) -> offset >= 3)).extracting(ParityResult::onlySilver).isEqualTo(1L);
    ParityResult result = lanes.compareUnqualified(live, (origin, offset) -> offset >= 4);
    assertThat(result).extracting(ParityResult::compared, ParityResult::holds).containsExactly(1L, true);
    assertThat(result.range().before()).isEqualTo(1);
  }

  private ParityResult parity() throws Exception {
    return new LaneParity(CATALOG, clickhouse, lake).compare(TICKS);
  }

  private static Instant ago(Duration age) {
    return NOW.minus(age);
  }

  private static long micros(Duration age) {
    Instant time = ago(age);
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }

  private static CategoryRow tick(long offset, Duration age) {
    int fields = TICKS.fields().size();
    Object[] values = new Object[fields];
    byte[] states = new byte[fields];
    Arrays.fill(states, MISSING);
    values[TICKS.indexOf("symbol")] = "CLZ6";
    values[TICKS.indexOf("event_time")] = micros(age);
    return new CategoryRow(TICKS.name(), values, new String[fields], states, "ib", "raw.ib/0", offset, 0, "ib/1", micros(age));
  }

  private static UnqualifiedRow unqualified(long offset, Duration age) {
    return new UnqualifiedRow("ib", "market_tick", "NOT_JSON", "It is not JSON", null, null, new byte[] {'{'}, "raw.ib/0", offset, 0, "ib/1",
        micros(age), micros(age));
  }

  private void write(CategoryRow... rows) throws Exception {
    writeTable(rows);
    writeSilver(rows);
  }

  private static void writeTable(CategoryRow... rows) throws Exception {
    StreamExecutionEnvironment env = environment();
    env.fromData(RowTypes.CATEGORY_ROW, rows).sinkTo(ClickHouseSink.ofCategory(clickhouse, TICKS, CATALOG.states())).uid("clickhouse");
    env.execute();
  }

  private void writeSilver(CategoryRow... rows) throws Exception {
    LakeTable silver = LakeTable.load(lake, "silver.market_tick");
    StreamExecutionEnvironment env = environment();
    silver.overwrite(env.fromData(RowTypes.CATEGORY_ROW, rows).map(new ToSilver(TICKS, CATALOG.states(), silver))
        .returns(silver.rowType()), "silver");
    env.execute();
  }

  private void writeUnqualified(UnqualifiedRow... rows) throws Exception {
    LakeTable silver = LakeTable.load(lake, "silver.market_tick_unqualified");
    StreamExecutionEnvironment env = environment();
    env.fromData(RowTypes.UNQUALIFIED_ROW, rows).sinkTo(ClickHouseSink.ofUnqualified(clickhouse)).uid("clickhouse");
    silver.overwrite(env.fromData(RowTypes.UNQUALIFIED_ROW, rows).map(new ToUnqualified(silver)).returns(silver.rowType()), "silver");
    env.execute();
  }

  private static StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment env =
        flink.environment(new Configuration().set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH));
    env.setParallelism(1);
    return env;
  }

  /** As ClickHouse does by itself every few hours. */
  private static void forget() {
    execute("OPTIMIZE TABLE " + TABLE + " FINAL");
  }

  private static long stored() {
    try (ClickHouseRowReader<CategoryRow> table = ClickHouseRowReader.ofCategory(clickhouse, TICKS, CATALOG.states())) {
      return table.count();
    }
  }

  private static void execute(String sql) {
    ClickHouseSchema.apply(clickhouse, List.of(sql));
  }
}
