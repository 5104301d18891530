package io.twinlane.jobs.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Computation.OutputColumn;
import io.twinlane.catalog.load.Problems;
import io.twinlane.jobs.compute.scenario.InputRowReader;
import io.twinlane.normalize.CategoryRow;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live job, from Kafka to Redis. */
class ComputeJobTest {
  private static final String BAR = "research:bars_1m:CLZ6:2026-11-22T09:30Z";
  private static final String TOP = "research:book_imbalance:test:A-USD";
  @TempDir private static Path folder;
  private static ComputeLab lab;
  @TempDir private Path checkpoints;

  @BeforeAll
  static void start() throws Exception {
    lab = new ComputeLab(folder);
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @BeforeEach
  void empty() throws Exception {
    lab.empty();
  }

  @AfterEach
  void cancel() {
    lab.flink.cancelAll();
  }

  @Test
  void rows_that_come_again_count_once_also_when_the_job_was_killed_between() throws Exception {
    JobClient first = run(new Configuration());
    lab.write(trades(0, 10));
    lab.write(trades(4, 10));
    await().until(() -> "10".equals(lab.redis().hget(BAR, "trades")));
    long seen = newestCheckpoint();
    await().until(() -> newestCheckpoint() >= seen + 2);
    first.cancel().get();
    lab.flink.cancelAll();

    lab.write(trades(5, 15));
    Configuration restored = new Configuration();
    restored.setString("execution.state-recovery.path", checkpoint(newestCheckpoint()).toUri().toString());
    run(restored);
    lab.write(List.of(trade(20, "2026-11-22T09:31:00Z"))); // the same partition: when it is seen, all before it is
    await().until(() -> lab.redis().exists("research:bars_1m:CLZ6:2026-11-22T09:31Z") == 1);

    assertThat(lab.redis().hgetall(BAR)).as("15 trades of sizes 1 to 15").containsEntry("trades", "15").containsEntry("volume", "120")
        .containsEntry("open", "70").containsEntry("close", "70.14");
  }

  @Test
  void a_message_that_a_restart_cuts_in_two_is_one_change_all_the_same() throws Exception {
    List<CategoryRow> first = levels("""
        {"symbol": "A-USD", "action": "snapshot", "side": "bid", "price": "10", "size": "1", "origin_offset": 0, "row_index": 0, "event_end": false}
        {"symbol": "A-USD", "action": "snapshot", "side": "ask", "price": "11", "size": "1", "origin_offset": 0, "row_index": 1, "event_end": true}
        {"symbol": "A-USD", "action": "update", "side": "bid", "price": "10", "size": "0", "origin_offset": 1, "row_index": 0, "event_end": false}
        """);
    JobClient job = run(new Configuration(), "book_imbalance");
    lab.write(first);
    await().until(() -> "10".equals(lab.redis().hget(TOP, "bid_price")));
    long seen = newestCheckpoint();
    await().until(() -> newestCheckpoint() >= seen + 2);
    job.cancel().get();
    lab.flink.cancelAll();
    assertThat(lab.redis().hgetall(TOP)).as("book in the middle of a message").containsEntry("bid_price", "10");

    Configuration restored = new Configuration();
    restored.setString("execution.state-recovery.path", checkpoint(newestCheckpoint()).toUri().toString());
    run(restored, "book_imbalance");
    lab.write(first.subList(2, 3)); // as after a restart of the job that writes them
    lab.write(levels("""
        {"symbol": "A-USD", "action": "update", "side": "ask", "price": "10.5", "size": "2", "origin_offset": 1, "row_index": 1, "event_end": true}
        """));
    await().until(() -> "10.5".equals(lab.redis().hget(TOP, "ask_price")));
    assertThat(lab.redis().hgetall(TOP)).as("book after both halves").containsEntry("ask_size", "2").doesNotContainKeys("bid_price", "bid_size");
  }

  private static List<CategoryRow> levels(String lines) throws IOException {
    String dated = lines.replace("{", "{\"event_time\": \"2026-11-22T09:30:00Z\", \"price_unit\": \"1_usd\", \"size_unit\": \"1_a\", ");
    Path file = Files.writeString(folder.resolve("in.order_book.jsonl"), dated);
    return InputRowReader.read(lab.catalog, lab.catalog.category("order_book"), file, new Problems(folder));
  }

  @Test
  void a_trade_reaches_redis_with_its_ttl_and_the_sink_says_how_long_it_took() throws Exception {
    JobClient job = run(new Configuration());
    lab.write(trades(0, 1));
    await().until(() -> lab.redis().exists(BAR) == 1);
    lab.write(trades(1, 200));
    await().until(() -> "200".equals(lab.redis().hget(BAR, "trades")));
    assertThat(lab.redis().ttl(BAR)).as("seconds to live").isBetween(3500L, 3600L);
    await().untilAsserted(() -> assertThat(JobMetrics.values(lab.flink.url(), job.getJobID(), "rawToVisibleMs_median"))
        .as("median latency in ms").isNotEmpty().anySatisfy(ms -> assertThat(ms).isBetween(0.0, 60_000.0)));
  }

  @Test
  void a_row_whose_key_is_null_is_counted_and_left_out() throws Exception {
    Computation computation = new Computation("research", "mine", "", List.of("symbol", "size"), Duration.ofMinutes(60), List.of("market_tick"),
        List.of(new OutputColumn("symbol", "STRING", ""), new OutputColumn("size", "DECIMAL(24, 12)", ""), new OutputColumn("price", "DECIMAL(24, 12)", "")),
        "SELECT symbol, NULLIF(last_size, 2) AS size, last_price AS price FROM market_tick");
    JobClient job = ComputeJob.run(lab.environment(new Configuration()), lab.catalog, computation, lab.config());
    lab.write(trades(0, 3));
    await().until(() -> lab.redis().exists("research:mine:CLZ6:3") == 1);

    assertThat(lab.redis().keys("research:mine:*")).as("keys").containsExactlyInAnyOrder("research:mine:CLZ6:1", "research:mine:CLZ6:3");
    await().untilAsserted(() -> assertThat(JobMetrics.values(lab.flink.url(), job.getJobID(), HasKey.METRIC).stream().mapToDouble(n -> n).sum())
        .as("rows without a key").isEqualTo(1));
  }

  @Test
  void a_query_has_the_same_uids_and_names_whenever_it_is_planned() {
    assertThat(lab.catalog.computations()).allSatisfy(computation -> assertThat(operators(computation)).as(computation.jobName())
        .hasSizeGreaterThan(3).isEqualTo(operators(computation)));
  }

  @Test
  void the_writer_is_called_by_the_keys_that_it_writes() {
    assertThat(operators(lab.computation("bars_1m"))).last().asString().contains("_write-redis write-redis research:bars_1m ");
  }

  private static List<String> operators(Computation computation) {
    StreamExecutionEnvironment env = lab.environment(new Configuration());
    ComputeJob.define(env, ComputeJob.inputs(lab.catalog, computation, lab.config(), false),
        ComputeJob.outputs(computation, lab.config()), computation);
    return OperatorUids.operators(env.getTransformations()).stream()
        .map(operator -> operator.getUid() + " " + operator.getName() + " " + operator.getDescription()).toList();
  }

  private JobClient run(Configuration settings) throws Exception {
    return run(settings, "bars_1m");
  }

  private JobClient run(Configuration settings, String computation) throws Exception {
    settings.setString("execution.checkpointing.interval", "200 ms");
    settings.setString("execution.checkpointing.dir", checkpoints.toUri().toString());
    settings.setString("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    return ComputeJob.run(lab.environment(settings), lab.catalog, lab.computation(computation), lab.config());
  }

  /** Number of the newest complete checkpoint, -1 when there is none. */
  private long newestCheckpoint() {
    return folders().filter(folder -> new File(folder, "_metadata").exists())
        .mapToLong(folder -> Long.parseLong(folder.getName().substring("chk-".length()))).max().orElse(-1);
  }

  private Path checkpoint(long number) {
    return folders().filter(folder -> folder.getName().equals("chk-" + number)).findFirst().orElseThrow().toPath();
  }

  /** The checkpoints there are now; Flink makes and deletes them meanwhile. */
  private Stream<File> folders() {
    return Stream.ofNullable(checkpoints.toFile().listFiles()).flatMap(Stream::of)
        .flatMap(job -> Stream.ofNullable(job.listFiles()).flatMap(Stream::of)).filter(folder -> folder.getName().startsWith("chk-"));
  }

  private static List<CategoryRow> trades(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> trade(i, "2026-11-22T09:30:00Z")).toList();
  }

  /** Trade {@code i}: price 70 and i cents, size i + 1, of an origin whose offset is i. */
  private static CategoryRow trade(int i, String time) {
    String line = String.format("{\"symbol\":\"CLZ6\",\"event_time\":\"%s\",\"last_price\":\"70.%02d\",\"last_size\":%d,\"origin_offset\":%d,"
        + "\"ingest_time\":\"%s\"}", time, i % 100, i + 1, i, Instant.now().truncatedTo(ChronoUnit.MICROS));
    try {
      Path file = Files.writeString(folder.resolve("in.market_tick.jsonl"), line);
      return InputRowReader.read(lab.catalog, lab.catalog.category("market_tick"), file, new Problems(folder)).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
  }
}
