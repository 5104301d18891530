package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.types.RowTypes;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClickHouseSinkJobTest {
  private static final Duration CHECKPOINTS = Duration.ofMillis(300);
  private static final int LONG_MESSAGE = 100;
  private static EmbeddedFlink flink;

  private final ClickHouseConfig config = ClickHouseServer.newDatabase();

  @BeforeAll
  static void start() {
    flink = EmbeddedFlink.start(new Configuration(), 0);
  }

  @AfterAll
  static void stop() {
    flink.close();
  }

  @Test
  void a_job_that_fails_and_restarts_loses_nothing_and_doubles_nothing() throws Exception {
    FailOnce.reset();
    int rows = 10_000;
    run(config.withBatch(500, Duration.ofMillis(50)), "market_tick", ClickHouseSinkJobTest::tick, rows, 2500);

    assertThat(FailOnce.FAILED).as("the job failed on the way").isTrue();
    try (ClickHouseRowReader<CategoryRow> stored = stored()) {
      assertThat(stored.countDistinct()).as("identities").isEqualTo(rows);
      assertThat(stored.countFinal()).as("rows under FINAL").isEqualTo(rows);
      assertThat(stored.count()).as("rows as they lie").isGreaterThanOrEqualTo(rows);
    }
    assertThat(ClickHouseServer.text(config, "SELECT toString(max(origin_offset)) FROM market_tick_latest"))
        .as("newest row in the snapshot").isEqualTo(String.valueOf(rows - 1));
  }

  @Test
  void half_a_message_waits_in_the_checkpoint_while_the_job_restarts() throws Exception {
    FailOnce.reset();
    int rows = 10_000;
    run(config.withBatch(500, Duration.ofMillis(50)), "order_book", ClickHouseSinkJobTest::levelOfLongMessage, rows, 2500);

    assertThat(FailOnce.FAILED).as("the job failed on the way").isTrue();
    assertThat(ClickHouseServer.text(config, "SELECT toString(count()) FROM order_book FINAL")).as("rows")
        .isEqualTo(String.valueOf(rows));
    assertThat(ClickHouseServer.text(config, "SELECT toString(countIf(rows % " + LONG_MESSAGE + " != 0)) FROM"
        + " (SELECT count() AS rows FROM order_book GROUP BY _part)")).as("parts that end in the middle of a message").isEqualTo("0");
  }

  private static CategoryRow levelOfLongMessage(long i) {
    int index = (int) (i % LONG_MESSAGE);
    CategoryRow row = TickRows.level("update", "bid", String.valueOf(1 + index), "1", i / LONG_MESSAGE, index);
    return index == LONG_MESSAGE - 1 ? row : TickRows.andMore(row);
  }

  @Test
  void a_bounded_job_ends_with_everything_stored() throws Exception {
    FailOnce.reset();
    FailOnce.FAILED.set(true);
    run(config.withBatch(20_000, Duration.ofSeconds(30)), "market_tick", ClickHouseSinkJobTest::tick, 1234, 1_000_000);

    try (ClickHouseRowReader<CategoryRow> stored = stored()) {
      assertThat(stored.count()).as("rows").isEqualTo(1234);
    }
  }

  private static CategoryRow tick(long i) {
    return TickRows.tick("S" + i % 50, TickRows.NOON + i, String.valueOf(i), i);
  }

  private static void run(
      ClickHouseConfig config, String category, GeneratorFunction<Long, CategoryRow> rows, int count, int perSecond) throws Exception {
    Configuration job = new Configuration();
    job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS);
    job.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    job.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
    job.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
    StreamExecutionEnvironment env = flink.environment(job);
    env.setParallelism(2);
    DataGeneratorSource<CategoryRow> source =
        new DataGeneratorSource<>(rows, count, RateLimiterStrategy.perSecond(perSecond), RowTypes.CATEGORY_ROW);
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "rows").uid("rows")
        .map(new FailOnce<>()).returns(RowTypes.CATEGORY_ROW).uid("fail-once")
        .sinkTo(ClickHouseSink.ofCategory(config, ClickHouseServer.category(category), ClickHouseServer.states()))
        .uid("clickhouse");
    env.execute("ingest");
  }

  private ClickHouseRowReader<CategoryRow> stored() {
    return ClickHouseRowReader.ofCategory(config, ClickHouseServer.category("market_tick"), ClickHouseServer.states());
  }
}
