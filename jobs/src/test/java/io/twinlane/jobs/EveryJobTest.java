package io.twinlane.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.config.ConfigProblems;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.jobs.silver.BatchLane;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.jobgraph.JobType;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.jobgraph.tasks.CheckpointCoordinatorConfiguration;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every job of the repository's catalog carries when it is submitted. */
class EveryJobTest {
  private static final Catalog CATALOG = BatchLane.CATALOG;

  private static final List<String> STORES = List.of("kafka", "clickhouse", "redis", "lake");
  private static final String USER = """
      <clickhouse>
        <users>
          <writer>
            <password>%s</password>
            <networks><ip>127.0.0.1</ip></networks>
            <profile>default</profile>
            <quota>default</quota>
          </writer>
        </users>
      </clickhouse>
      """;
  /** None of them what it is unless set. */
  private static final Map<String, String> OPTIONS = Map.ofEntries(Map.entry("jobs.checkpoint-interval", "7 s"), Map.entry("jobs.longest-backoff", "11 s"),
      Map.entry("normalize.parallelism", "3"), Map.entry("archive.parallelism", "4"), Map.entry("ingest.parallelism", "5"), Map.entry("compute.parallelism", "6"),
      Map.entry("compute.longest-backoff", "13 s"), Map.entry("batch.parallelism", "8"), Map.entry("batch.restarts", "9"), Map.entry("batch.backoff", "17 s"));

  @TempDir
  private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedClickHouse clickhouse;
  private static List<StreamGraph> graphs;

  @BeforeAll
  static void submit() throws Exception {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    Path users = Files.createDirectories(folder.resolve("clickhouse/users.d"));
    Files.writeString(users.resolve("writer.xml"), USER.formatted(secret("clickhouse")));
    clickhouse = EmbeddedClickHouse.start(folder.resolve("clickhouse"), 0, 0);
    for (String store : STORES) {
      Files.writeString(place(store), secret(store));
    }
    Connections connections = Connections.from(Configuration.fromMap(Map.of("kafka.bootstrap-servers", kafka.bootstrapServers(),
        "kafka.properties.sasl.jaas.config", "x.Login required username=\"me\" password=\"" + reference("kafka") + "\";",
        "kafka.properties.ssl.key.password", reference("kafka"), "clickhouse.url", clickhouse.httpUrl(), "clickhouse.user", "writer", "clickhouse.password", reference("clickhouse"),
        "redis.url", "redis://127.0.0.1:1", "redis.password", reference("redis"),
        "lake.root", folder.resolve("lake").toString(), "lake.properties.jdbc.password", reference("lake"))), CATALOG);
    Stores.create(connections, CATALOG);
    graphs = JobGraphs.of(CATALOG, connections, JobConfig.from(Configuration.fromMap(OPTIONS), CATALOG));
  }

  private static String secret(String store) {
    return "correct-horse-battery-" + store;
  }

  private static Path place(String store) {
    return folder.resolve("password-of-" + store);
  }

  private static String reference(String store) {
    return "${file:" + place(store) + "}";
  }

  @AfterAll
  static void stop() {
    clickhouse.close();
    kafka.close();
  }

  @Test
  void every_job_of_both_lanes_is_here() {
    assertThat(graphs).extracting(StreamGraph::getName).contains("normalize-ib", "archive-ib", "ingest-market_tick", "ingest-unqualified",
        "bronze-ib", "silver-market_tick", "ingest-files-economic_event").doesNotHaveDuplicates()
        .containsAll(CATALOG.computations().stream().map(computation -> computation.jobName()).toList());
  }

  /** Batch jobs have no savepoints, and committers of their own that are one by nature. */
  @Test
  void every_operator_of_a_streaming_job_has_the_number_of_key_groups_that_the_catalog_declares() {
    assertThat(streaming()).hasSizeGreaterThan(CATALOG.computations().size()).allSatisfy(graph -> assertThat(graph.getJobGraph().getVertices()).as(graph.getName()).isNotEmpty()
        .extracting(JobVertex::getMaxParallelism).containsOnly(CATALOG.platform().maxParallelism()));
  }

  @Test
  void no_job_carries_a_secret_but_where_it_is() throws Exception {
    for (StreamGraph graph : graphs) {
      String job = new String(InstantiationUtil.serializeObject(graph), StandardCharsets.ISO_8859_1)
          + new String(InstantiationUtil.serializeObject(graph.getJobGraph()), StandardCharsets.ISO_8859_1);
      assertThat(STORES).as(graph.getName() + " carries a secret").noneMatch(store -> job.contains(secret(store)));
      assertThat(STORES.stream().filter(store -> job.contains(place(store).toString()))).as(graph.getName() + " knows where secrets are")
          .containsExactlyElementsOf(storesOf(graph.getName()));
    }
  }

  private static List<String> storesOf(String job) {
    return switch (job.substring(0, job.indexOf('-'))) {
      case "normalize", "archive" -> List.of("kafka"); // files of the archive lie where the cluster itself may write
      case "ingest" -> job.startsWith("ingest-files-") ? List.of("clickhouse", "lake") : List.of("kafka", "clickhouse");
      case "compute" -> List.of("kafka", "redis");
      default -> List.of("lake");
    };
  }

  /** Sources that cannot be parted, and committers, are one by nature. */
  @Test
  void every_job_has_as_many_subtasks_as_its_kind_is_set_to() {
    assertThat(graphs).allSatisfy(graph -> {
      List<Integer> subtasks = new ArrayList<>();
      graph.getJobGraph().getVertices().forEach(vertex -> subtasks.add(vertex.getParallelism()));
      assertThat(subtasks).as(graph.getName()).contains(subtasksOf(graph.getName())).allMatch(number -> number == 1 || number == subtasksOf(graph.getName()));
    });
  }

  private static int subtasksOf(String job) {
    return switch (job.substring(0, job.indexOf('-'))) {
      case "normalize" -> 3;
      case "archive" -> 4;
      case "ingest" -> job.startsWith("ingest-files-") ? 8 : 5;
      case "compute" -> 6;
      default -> 8;
    };
  }

  @Test
  void streaming_jobs_write_checkpoints_and_back_off_as_they_are_set_to() {
    assertThat(streaming()).allSatisfy(graph -> {
      Configuration job = graph.getJobConfiguration();
      assertThat(graph.getCheckpointConfig().getCheckpointInterval()).as(graph.getName()).isEqualTo(7_000);
      assertThat(job.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("exponential-delay");
      assertThat(job.get(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF)).as(graph.getName())
          .isEqualTo(Duration.ofSeconds(graph.getName().startsWith("compute-") ? 13 : 11));
    });
  }

  /** Their catch-up at a start relies on barriers that overtake nothing, for which a cluster's defaults may not stand ({@link JobGraphs}). */
  @Test
  void checkpoints_of_computations_are_aligned_whatever_the_cluster_does_by_default() {
    assertThat(graphs.stream().filter(graph -> graph.getName().startsWith("compute-"))).isNotEmpty().allSatisfy(graph -> {
      CheckpointCoordinatorConfiguration checkpoints = graph.getJobGraph().getCheckpointingSettings().getCheckpointCoordinatorConfiguration();
      assertThat(checkpoints.isUnalignedCheckpointsEnabled()).as(graph.getName()).isFalse();
      assertThat(checkpoints.getAlignedCheckpointTimeout()).isZero();
      assertThat(checkpoints.isExactlyOnce()).isTrue();
    });
  }

  @Test
  void batch_jobs_give_up_after_as_many_tries_as_they_are_set_to() {
    assertThat(graphs.stream().filter(graph -> graph.getJobType() == JobType.BATCH)).isNotEmpty().allSatisfy(graph -> {
      Configuration job = graph.getJobConfiguration();
      assertThat(job.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("fixed-delay");
      assertThat(job.get(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS)).isEqualTo(9);
      assertThat(job.get(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY)).isEqualTo(Duration.ofSeconds(17));
    });
  }

  @Test
  void more_subtasks_than_a_savepoint_can_be_dealt_out_to_are_refused() {
    Configuration config = Configuration.fromMap(Map.of("normalize.parallelism", "129", "batch.parallelism", "128", "compute.parallelism", "4000"));
    assertThatThrownBy(() -> JobConfig.from(config, CATALOG)).isInstanceOf(ConfigProblems.class).hasMessage("""
        Cannot set normalize.parallelism to '129': it must be at most 128, which is flink.max-parallelism of catalog/platform.yaml.
        Cannot set compute.parallelism to '4000': it must be at most 128, which is flink.max-parallelism of catalog/platform.yaml.""");
  }

  private static List<StreamGraph> streaming() {
    return graphs.stream().filter(graph -> graph.getJobType() == JobType.STREAMING).toList();
  }
}
