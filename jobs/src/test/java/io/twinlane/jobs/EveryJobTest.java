package io.twinlane.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.jobs.compute.ComputeConfig;
import io.twinlane.jobs.silver.BatchLane;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.lake.LakeConfig;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.jobgraph.JobType;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every job of the repository's catalog carries when it is submitted. */
class EveryJobTest {
  private static final Catalog CATALOG = BatchLane.CATALOG;

  @TempDir
  private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedClickHouse clickhouse;
  private static List<StreamGraph> graphs;

  @BeforeAll
  static void submit() throws Exception {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    clickhouse = EmbeddedClickHouse.start(folder.resolve("clickhouse"), 0, 0);
    Connections connections = new Connections(KafkaConfig.of(kafka.bootstrapServers()),
        ClickHouseConfig.at(clickhouse.httpUrl(), CATALOG.platform().clickhouseDatabase()), LakeConfig.local(folder.resolve("lake")),
        new ComputeConfig(kafka.bootstrapServers(), "redis://127.0.0.1:1"));
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
}
