package io.twinlane.jobs.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Computation.OutputColumn;
import io.twinlane.catalog.load.Problems;
import io.twinlane.jobs.compute.scenario.InputRowReader;
import io.twinlane.normalize.CategoryRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A computation that starts anew reads rows again; Redis itself tells every value that it was given. */
class RestartShowsNothingOlderTest {
  private static final String BAR = "research:bars_1m:CLZ6:2026-11-22T09:30Z";
  private static final Computation BALANCE = new Computation("research", "balance", "", List.of("symbol"), Duration.ofMinutes(60),
      List.of("market_tick"), List.of(new OutputColumn("symbol", "STRING", ""), new OutputColumn("total", "BIGINT", "")),
      "SELECT symbol, CAST(SUM(last_price) AS BIGINT) AS total FROM market_tick GROUP BY symbol");
  private static final String ACCOUNT = "research:balance:CLZ6";
  @TempDir private static Path folder;
  private static ComputeLab lab;
  private static Computation bars;

  @BeforeAll
  static void start() throws Exception {
    lab = new ComputeLab(folder);
    bars = lab.computation("bars_1m");
  }

  @BeforeEach
  void empty() throws Exception {
    lab.empty();
  }

  @AfterEach
  void cancel() {
    lab.flink.cancelAll();
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void a_start_without_state_goes_on_where_redis_is() throws Exception {
    lab.write(trades(0, 2_000));
    JobClient first = run(bars, null);
    await(BAR, "trades", 2_000);
    first.cancel().get();
    lab.flink.cancelAll();

    try (RedisMonitor redis = new RedisMonitor(lab.config().redis().url(), BAR, "trades")) {
      run(bars, null);
      lab.write(trades(2_000, 2_010));
      await(BAR, "trades", 2_010);
      assertNothingBelow(2_000, redis);
    }
  }

  @Test
  void a_start_from_an_older_savepoint_goes_on_where_redis_is() throws Exception {
    lab.write(trades(0, 500));
    JobClient first = run(bars, null);
    await(BAR, "trades", 500);
    String savepoint = first.triggerSavepoint(folder.toUri() + "savepoints", SavepointFormatType.CANONICAL).get();
    for (int from = 500; from < 2_000; from += 500) {
      lab.write(trades(from, from + 500));
      await(BAR, "trades", from + 500);
    }
    first.cancel().get();
    lab.flink.cancelAll();

    try (RedisMonitor redis = new RedisMonitor(lab.config().redis().url(), BAR, "trades")) {
      run(bars, savepoint);
      lab.write(trades(2_000, 2_010));
      await(BAR, "trades", 2_010);
      assertNothingBelow(2_000, redis);
    }
  }

  @Test
  void a_value_that_goes_down_is_shown_going_down_before_and_after_a_start() throws Exception {
    try (RedisMonitor redis = new RedisMonitor(lab.config().redis().url(), ACCOUNT, "total")) {
      JobClient first = run(BALANCE, null);
      balance(0, 50, 50);
      balance(1, -80, -30);
      awaitGiven(redis, -30);
      first.cancel().get();
      lab.flink.cancelAll();
      assertThat(redis.values()).containsExactly(50L, -30L);

      run(BALANCE, null);
      balance(2, -5, -35);
      awaitGiven(redis, -35);
      assertThat(redis.values().subList(2, redis.values().size())).as("what Redis was given since").doesNotContain(50L).isSubsetOf(-30L, -35L);
    }
  }

  private static void balance(int offset, int amount, long total) throws Exception {
    lab.write(rows(offset, offset + 1, i -> amount));
    await(ACCOUNT, "total", total);
  }

  private static void assertNothingBelow(long least, RedisMonitor redis) {
    awaitGiven(redis, least + 10);
    assertThat(redis.values()).as("what Redis was given since").allSatisfy(n -> assertThat(n).isGreaterThanOrEqualTo(least));
  }

  private static void awaitGiven(RedisMonitor redis, long value) {
    Awaitility.await().until(() -> redis.values().contains(value));
  }

  private static JobClient run(Computation computation, String savepoint) throws Exception {
    Configuration settings = new Configuration();
    settings.setString("execution.checkpointing.interval", "500 ms");
    if (savepoint != null) {
      settings.setString("execution.state-recovery.path", savepoint);
    }
    return ComputeJob.run(lab.environment(settings), lab.catalog, computation, lab.config());
  }

  private static void await(String key, String field, long value) {
    Awaitility.await(key).atMost(Duration.ofMinutes(2)).until(() -> String.valueOf(value).equals(lab.redis().hget(key, field)));
  }

  private static List<CategoryRow> trades(int from, int to) throws IOException {
    return rows(from, to, i -> 70 + i % 100);
  }

  private static List<CategoryRow> rows(int from, int to, IntUnaryOperator price) throws IOException {
    String lines = IntStream.range(from, to).mapToObj(i -> String.format("{\"symbol\":\"CLZ6\",\"event_time\":\"2026-11-22T09:30:00Z\","
        + "\"last_price\":\"%d\",\"last_size\":1,\"origin_offset\":%d,\"ingest_time\":\"%s\"}", price.applyAsInt(i), i,
        Instant.now().truncatedTo(ChronoUnit.MICROS))).collect(Collectors.joining("\n"));
    Path file = Files.writeString(folder.resolve("in.market_tick.jsonl"), lines);
    return InputRowReader.read(lab.catalog, lab.catalog.category("market_tick"), file, new Problems(folder));
  }
}
