package io.twinlane.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.jobs.silver.BatchLane;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobType;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every job of the repository's catalog carries when it is submitted. */
class EveryJobTest {
  private static final Catalog CATALOG = BatchLane.CATALOG;

  private static final String SECRET = "correct-horse-battery-staple";

  @TempDir
  private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedClickHouse clickhouse;
  private static List<StreamGraph> graphs;

  @BeforeAll
  static void submit() throws Exception {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    clickhouse = EmbeddedClickHouse.start(folder.resolve("clickhouse"), 0, 0);
    Path password = Files.writeString(folder.resolve("password"), SECRET);
    String reference = "${file:" + password + "}";
    Connections connections = Connections.from(Configuration.fromMap(Map.of("kafka.bootstrap-servers", kafka.bootstrapServers(),
        "kafka.properties.sasl.jaas.config", "x.Login required username=\"me\" password=\"" + reference + "\";",
        "kafka.properties.ssl.key.password", reference, "clickhouse.url", clickhouse.httpUrl(), "redis.url", "redis://127.0.0.1:1",
        "redis.password", reference, "lake.root", folder.resolve("lake").toString(), "lake.properties.jdbc.password", reference)), CATALOG);
    Stores.create(connections, CATALOG);
    graphs = JobGraphs.of(CATALOG, connections);
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
    List<StreamGraph> streaming = graphs.stream().filter(graph -> graph.getJobType() == JobType.STREAMING).toList();
    assertThat(streaming).hasSizeGreaterThan(CATALOG.computations().size()).allSatisfy(graph -> assertThat(graph.getJobGraph().getVertices()).as(graph.getName()).isNotEmpty()
        .extracting(JobVertex::getMaxParallelism).containsOnly(CATALOG.platform().maxParallelism()));
  }

  @Test
  void no_job_carries_a_secret_but_where_it_is() throws Exception {
    for (StreamGraph graph : graphs) {
      String job = new String(InstantiationUtil.serializeObject(graph), StandardCharsets.ISO_8859_1)
          + new String(InstantiationUtil.serializeObject(graph.getJobGraph()), StandardCharsets.ISO_8859_1);
      assertThat(job.contains(SECRET)).as(graph.getName() + " carries a secret").isFalse();
      assertThat(job.contains(folder.resolve("password").toString())).as(graph.getName() + " knows where it is").isTrue();
    }
  }
}
