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
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClickHouseSinkJobTest {
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
    run(config.withBatch(500, Duration.ofMillis(50)), rows, 2500, Duration.ofMillis(300));

    assertThat(FailOnce.FAILED).as("the job failed on the way").isTrue();
    try (ClickHouseRows<CategoryRow> stored = stored()) {
      assertThat(stored.countDistinct()).as("identities").isEqualTo(rows);
      assertThat(stored.countFinal()).as("rows under FINAL").isEqualTo(rows);
      assertThat(stored.count()).as("rows as they lie").isGreaterThanOrEqualTo(rows);
    }
    assertThat(ClickHouseServer.text(config, "SELECT toString(max(origin_offset)) FROM market_tick_latest"))
        .as("newest row in the snapshot").isEqualTo(String.valueOf(rows - 1));
  }

  @Test
  void a_bounded_job_ends_with_everything_stored() throws Exception {
    FailOnce.reset();
    FailOnce.FAILED.set(true);
    run(config.withBatch(20_000, Duration.ofSeconds(30)), 1234, 1_000_000, Duration.ofHours(1));

    try (ClickHouseRows<CategoryRow> stored = stored()) {
      assertThat(stored.count()).as("rows").isEqualTo(1234);
    }
  }

  private static void run(ClickHouseConfig config, int rows, int perSecond, Duration checkpoints) throws Exception {
    Configuration job = new Configuration();
    job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints);
    job.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    job.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
    job.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
    StreamExecutionEnvironment env = flink.environment(job);
    env.setParallelism(2);
    DataGeneratorSource<CategoryRow> source = new DataGeneratorSource<>(
        i -> TickRows.tick("S" + i % 50, TickRows.NOON + i, String.valueOf(i), i), rows, RateLimiterStrategy.perSecond(perSecond),
        RowTypes.CATEGORY_ROW);
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "ticks").uid("ticks")
        .map(new FailOnce<>()).returns(RowTypes.CATEGORY_ROW).uid("fail-once")
        .sinkTo(ClickHouseSink.ofCategory(config, ClickHouseServer.category("market_tick"), ClickHouseServer.states()))
        .uid("clickhouse");
    env.execute("ingest");
  }

  private ClickHouseRows<CategoryRow> stored() {
    return ClickHouseRows.ofCategory(config, ClickHouseServer.category("market_tick"), ClickHouseServer.states());
  }
}
