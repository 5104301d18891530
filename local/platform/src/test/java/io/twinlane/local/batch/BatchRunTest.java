package io.twinlane.local.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.jobs.Connections;
import io.twinlane.jobs.JobRun;
import io.twinlane.jobs.silver.SilverCounts;
import io.twinlane.lake.Landed;
import io.twinlane.local.jobs.LocalConnections;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.terminal.Terminal;
import io.twinlane.local.up.LocalPlatform;
import io.twinlane.local.up.PlatformRefusal;
import io.twinlane.local.up.RunningPlatform;
import io.twinlane.normalize.RuleUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Files on a platform that runs, told in order: landed, through bronze and silver into ClickHouse, and all of it again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BatchRunTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));

  @TempDir
  static Path dir;

  private static Progress progress;
  private static LocalPlatform platform;
  private static RunningPlatform running;
  private static Connections connections;

  @BeforeAll
  static void start() {
    PlatformConfig config = PlatformConfig.resolve(Path.of("."), Map.of(), Map.of(), List.of("kafka.port=0", "clickhouse.port=0",
        "clickhouse.tcp-port=0", "redis.port=0", "flink.port=0", "state.dir=" + dir.resolve("state")));
    progress = Terminal.plain(System.out, System.out).progress();
    platform = LocalPlatform.start(config, progress);
    assertThatThrownBy(() -> RunningPlatform.of(config, "run silver")).hasMessage("Cannot run silver: the platform in "
        + dir.resolve("state") + " is still starting. ./twinlane status shows how far it is.");
    platform.ready();
    running = RunningPlatform.of(config, "run silver");
    connections = LocalConnections.of(running, CATALOG);
  }

  @AfterAll
  static void stop() {
    platform.close();
    progress.close();
  }

  private static Map<Path, Landed> land(Path... files) {
    return Landing.of(CATALOG, "eia", List.of(files)).run(connections.lake(), BatchRun.locks(running), progress);
  }

  private static BatchResult run(String job) throws Exception {
    return BatchRun.on(running, CATALOG, Selection.of(CATALOG, job, null, null), progress);
  }

  private static SilverCounts.OfSource eia(BatchResult result) throws Exception {
    return result.silver().get(0).orThrow().bySource().get("eia");
  }

  private static List<String> ask(String sql) {
    try (Client client = connections.clickhouse().open()) {
      return client.queryAll(sql).stream().map(row -> row.getString(1)).toList();
    }
  }

  @Test
  @Order(1)
  void silver_before_anything_is_landed_says_what_is_missing() throws Exception {
    BatchResult result = run("silver-economic_event");

    assertThat(result.failures()).isEmpty();
    assertThat(result.findings()).isEmpty();
    assertThat(result.notes()).containsExactly("silver-economic_event found no record in bronze. Fill it with ./twinlane run bronze");
  }

  @Test
  @Order(2)
  void landed_files_go_through_bronze_and_silver_into_clickhouse() throws Exception {
    Path good = Files.writeString(dir.resolve("good.json"), "{\"response\":{\"data\":["
        + "{\"period\":\"2026-11-13\",\"series\":\"A\",\"value\":\"1\",\"units\":\"MBBL\"},"
        + "{\"period\":\"2026-11-13\",\"series\":\"B\",\"value\":\"many\",\"units\":\"MBBL\"}]}}");
    assertThat(land(good).values()).extracting(Landed::before).containsExactly(false);

    BatchResult bronze = run("bronze-eia");
    assertThat(bronze.failures()).isEmpty();
    assertThat(bronze.bronze()).singleElement().extracting(JobRun::job, JobRun::result).containsExactly("bronze-eia", 2L);

    BatchResult silver = run("silver-economic_event");
    assertThat(silver.failures()).isEmpty();
    assertThat(silver.findings()).isEmpty();
    assertThat(silver.notes()).containsExactly("eia: rule stocks: no value was found for subject_name (column series_description)");
    assertThat(eia(silver)).isEqualTo(new SilverCounts.OfSource(2, 1, 1, 0, 1, Map.of("NOT_A_NUMBER", 1L), eia(silver).use()));
    assertThat(eia(silver).use().rules()).singleElement().extracting(RuleUse::messages, RuleUse::emptyRows).containsExactly(2L, 0L);
    assertThat(silver.inClickHouse(CATALOG.category("economic_event"), "eia")).isEqualTo(1);
    assertThat(ask("SELECT subject FROM economic_event")).containsExactly("A");
    assertThat(ask("SELECT raw_value FROM unqualified")).containsExactly("many");
  }

  @Test
  @Order(3)
  void the_same_again_doubles_nothing() throws Exception {
    Path copy = Files.copy(dir.resolve("good.json"), dir.resolve("copy.json"));
    assertThat(land(copy, dir.resolve("good.json")).values()).hasSize(2).allMatch(Landed::before);

    assertThat(run("bronze-eia").bronze()).singleElement().extracting(JobRun::result).isEqualTo(2L);
    for (int i = 0; i < 2; i++) {
      BatchResult silver = run("silver-economic_event");
      assertThat(eia(silver).rows()).isEqualTo(1);
      assertThat(silver.inClickHouse(CATALOG.category("economic_event"), "eia")).isEqualTo(1);
    }
    assertThat(ask("SELECT count() FROM unqualified FINAL")).containsExactly("1");
  }

  @Test
  @Order(4)
  void a_job_that_another_process_is_at_is_refused_by_name() {
    try (JobLocks other = JobLocks.take(BatchRun.locks(running), List.of("silver-economic_event"))) {
      assertThatThrownBy(() -> run("silver")).isInstanceOf(PlatformRefusal.class).hasMessageMatching(
          "Cannot run silver-economic_event: another \\./twinlane is at it \\(pid " + ProcessHandle.current().pid()
              + ", since .*\\)\\. Run it again when that has ended\\.");
    }
  }

  @Test
  @Order(5)
  void a_job_that_goes_on_after_its_starter_is_refused_too() throws Exception {
    Configuration config = new Configuration();
    config.set(DeploymentOptions.ATTACHED, false);
    StreamExecutionEnvironment env = platform.environment(config);
    env.fromSequence(1, Long.MAX_VALUE).sinkTo(new DiscardingSink<>());
    JobClient job = env.executeAsync("bronze-eia");
    try {
      assertThatThrownBy(() -> run("bronze-eia")).isInstanceOf(PlatformRefusal.class)
          .hasMessageStartingWith("Cannot run bronze-eia: it runs on the cluster since ");
    } finally {
      job.cancel().get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  @Order(6)
  void the_job_of_a_process_that_ends_is_cancelled_and_no_other_begins() throws Exception {
    StreamExecutionEnvironment env = running.environment(new Configuration());
    env.fromSequence(1, Long.MAX_VALUE).sinkTo(new DiscardingSink<>());
    JobClient job = env.executeAsync("endless");

    running.cancelSubmitted();

    assertThat(job.getJobStatus().get(30, TimeUnit.SECONDS).isTerminalState()).isTrue();
    assertThatThrownBy(() -> running.environment(new Configuration())).hasMessage("Cannot submit a job: this process is ending");
    running = RunningPlatform.of(running.config(), "run silver");
  }

  @Test
  @Order(7)
  void a_job_that_fails_is_told_by_its_cause_and_stops_no_other() throws Exception {
    Path data = dir.resolve("state/lake/warehouse/bronze/eia_petroleum_stoc_wstk/data");
    Path away = Files.move(data, data.resolveSibling("away"));
    try {
      BatchResult result = run("silver");
      assertThat(result.silver()).hasSizeGreaterThan(1);
      assertThat(result.failures()).singleElement().asString().startsWith("Cannot finish silver-economic_event: ").doesNotContain("\n");
    } finally {
      Files.move(away, data);
    }
  }
}
