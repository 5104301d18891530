package io.twinlane.jobs.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Computation.OutputColumn;
import io.twinlane.catalog.load.Problems;
import io.twinlane.jobs.compute.scenario.InputRowReader;
import io.twinlane.normalize.CategoryRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every function of Flink SQL in a live job from Kafka to Redis, stopped with a savepoint and restored from it; or a sentence. */
class EveryFunctionTest {
  private static final int COLUMNS_A_QUERY = 60;
  private static final int QUERIES_A_JOB = 10;
  private static final String OVER = " OVER (PARTITION BY symbol ORDER BY event_time_ms)";
  @TempDir private static Path folder;
  private static ComputeLab lab;

  @BeforeAll
  static void start() throws Exception {
    lab = new ComputeLab(folder);
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void every_function_that_the_engine_lists_has_an_example() throws Exception {
    Set<String> listed = EngineFunctions.names();
    Set<String> known = Example.all().stream().flatMap(example -> example.names().stream()).map(EngineFunctions::plain)
        .collect(Collectors.toCollection(TreeSet::new));
    listed.removeAll(known);
    assertThat(listed).as("functions of the engine without an example in functions.txt").isEmpty();
  }

  @Test
  void what_flink_cannot_do_in_a_stream_is_refused_with_a_sentence() throws Exception {
    for (Example example : Example.all("refused")) {
      assertThat(ComputationCheck.problems(lab.catalog, computation("mine", List.of("r"), example.query("")))).as(example.sql())
          .singleElement().satisfies(problem -> assertThat(problem.text()).isEqualTo(example.refusal()));
    }
  }

  @Test
  void every_function_runs_and_is_restored_from_a_savepoint() throws Exception {
    List<Computation> computations = computations();
    lab.write(trades(0, "2026-11-22T09:30:00Z", "2026-11-22T09:30:10Z", "2026-11-22T09:35:00Z"));
    Map<Computation, JobClient> running = new LinkedHashMap<>();
    for (Computation computation : computations) {
      running.put(computation, run(computation, null));
    }
    Map<Computation, String> savepoints = new LinkedHashMap<>();
    for (Map.Entry<Computation, JobClient> job : running.entrySet()) {
      awaitResults(job.getKey(), job.getValue());
      savepoints.put(job.getKey(),
          job.getValue().stopWithSavepoint(false, folder.toUri() + "savepoints", SavepointFormatType.CANONICAL).get());
    }
    lab.redis().flushall();
    running.clear();
    for (Map.Entry<Computation, String> stopped : savepoints.entrySet()) {
      running.put(stopped.getKey(), run(stopped.getKey(), stopped.getValue()));
    }
    lab.write(trades(3, "2026-11-22T09:36:00Z", "2026-11-22T09:36:10Z", "2026-11-22T09:40:00Z"));
    for (Map.Entry<Computation, JobClient> job : running.entrySet()) {
      awaitResults(job.getKey(), job.getValue());
      job.getValue().cancel().get();
    }
  }

  private static JobClient run(Computation computation, String savepoint) throws Exception {
    Configuration settings = new Configuration();
    settings.setString("restart-strategy.type", "none");
    settings.setString("execution.checkpointing.interval", "500 ms");
    if (savepoint != null) {
      settings.setString("execution.state-recovery.path", savepoint);
    }
    return ComputeJob.run(lab.environment(settings).setParallelism(1), lab.catalog, computation, lab.config());
  }

  /** Every key that the computation's scenario has is there; windows wait 5 s for the partition that has no rows. */
  private static void awaitResults(Computation computation, JobClient job) {
    Awaitility.await(computation.name()).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
      assertThat(job.getJobStatus().get().isGloballyTerminalState()).as("%s has ended", computation.name()).isFalse();
      assertThat(lab.results(computation).keySet()).containsAll(keys(computation));
    });
  }

  private static Set<String> keys(Computation computation) {
    return Stream.of(computation.description().split(" ")).map(key -> computation.keyPrefix() + key).collect(Collectors.toSet());
  }

  private static List<Computation> computations() throws Exception {
    List<Computation> all = new ArrayList<>();
    all.addAll(columns("scalars", ""));
    all.addAll(columns("aggregates", " GROUP BY symbol"));
    all.addAll(queries("queries", Example.all("queries").stream().map(Example::sql).toList()));
    all.addAll(queries("over", Example.all("over").stream().map(example -> example.query(OVER)).toList()));
    return all;
  }

  private static List<Computation> columns(String section, String end) throws Exception {
    List<Computation> computations = new ArrayList<>();
    for (List<String> part : parts(Example.all(section).stream().map(Example::sql).toList(), COLUMNS_A_QUERY)) {
      List<String> names = IntStream.range(0, part.size()).mapToObj(i -> "c" + i).toList();
      String list = IntStream.range(0, part.size()).mapToObj(i -> "CAST(" + part.get(i) + " AS STRING) AS c" + i)
          .collect(Collectors.joining(", "));
      computations.add(computation(section + computations.size(), names, "SELECT symbol, " + list + " FROM market_tick" + end));
    }
    return computations;
  }

  /** Queries of any shape side by side in one job, each under a key of its own. */
  private static List<Computation> queries(String name, List<String> all) {
    List<Computation> computations = new ArrayList<>();
    for (List<String> part : parts(all, QUERIES_A_JOB)) {
      String union = IntStream.range(0, part.size()).mapToObj(i -> "SELECT 'q" + i + "' AS symbol, r FROM (" + part.get(i) + ") AS q" + i)
          .collect(Collectors.joining(" UNION ALL "));
      String keys = IntStream.range(0, part.size()).mapToObj(i -> "q" + i).collect(Collectors.joining(" "));
      computations.add(computation(name + computations.size(), List.of("r"),
          "SELECT symbol, MAX(r) AS r FROM (" + union + ") GROUP BY symbol", keys));
    }
    return computations;
  }

  private static List<List<String>> parts(List<String> all, int size) {
    return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
        .mapToObj(from -> all.subList(from, Math.min(all.size(), from + size))).toList();
  }

  private static Computation computation(String name, List<String> columns, String sql) {
    return computation(name, columns, sql, "CLZ6");
  }

  /** {@code keys} are those that its rows must give. */
  private static Computation computation(String name, List<String> columns, String sql, String keys) {
    List<OutputColumn> declared = Stream.concat(Stream.of("symbol"), columns.stream())
        .map(column -> new OutputColumn(column, "STRING", "")).toList();
    return new Computation("research", name, keys, List.of("symbol"), Duration.ofMinutes(60), List.of("market_tick"), declared, sql);
  }

  private static List<CategoryRow> trades(int offset, String... times) throws Exception {
    List<String> lines = IntStream.range(0, times.length).mapToObj(i -> """
        {"symbol": "CLZ6", "event_time": "%s", "last_price": "70.%d", "last_size": "%d", "origin_offset": %d}
        """.formatted(times[i], offset + i, offset + i + 1, offset + i).strip()).toList();
    Path file = Files.write(folder.resolve("in.market_tick.jsonl"), lines);
    return InputRowReader.read(lab.catalog, lab.catalog.category("market_tick"), file, new Problems(folder));
  }
}
