package io.twinlane.jobs.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.TopicReader;
import io.twinlane.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's retention has taken the beginning of the raw topics: what was said there cannot be merged by a job that begins anew. */
class StartWithoutStateTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final Source IB = CATALOG.source("ib");
  private static final Source COINBASE = CATALOG.source("coinbase");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir
  private Path dir;
  private EmbeddedKafka server;
  private EmbeddedFlink flink;
  private KafkaConfig kafka;

  @BeforeEach
  void start() {
    server = EmbeddedKafka.start(dir.resolve("kafka"), 0);
    flink = EmbeddedFlink.start(new Configuration(), 0);
    kafka = KafkaConfig.of(server.bootstrapServers());
    Topics.create(kafka, KafkaTopics.of(CATALOG));
  }

  @AfterEach
  void stop() {
    flink.close();
    server.close();
  }

  @Test
  void a_job_that_merges_does_not_start_by_itself_and_one_that_does_not_merge_does() throws Exception {
    send(IB, 10);
    send(COINBASE, 10);
    forget(IB, 5);
    forget(COINBASE, 5);

    JobClient refused = NormalizeJob.run(environment(null), CATALOG, IB, kafka);
    NormalizeJob.run(environment(null), CATALOG, COINBASE, kafka);

    Awaitility.await("ib ends").atMost(PATIENCE).until(() -> refused.getJobExecutionResult().isDone());
    assertThatThrownBy(() -> refused.getJobExecutionResult().get()).isInstanceOf(ExecutionException.class)
        .satisfies(failure -> assertThat(ExceptionUtils.stringifyException(failure))
            .contains("Cannot start normalize-ib without its state: raw.ib/0 begins at offset 5").contains("normalize.without-state=true"));
    awaitUnqualified(COINBASE, 5);
    assertThat(read(IB)).isZero();
  }

  @Test
  void it_starts_with_its_state_and_where_a_person_allows_it() throws Exception {
    send(IB, 10);
    JobClient job = NormalizeJob.run(environment(null), CATALOG, IB, kafka);
    awaitUnqualified(IB, 10);
    String savepoint = job.stopWithSavepoint(false, dir.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL).get();
    forget(IB, 5);

    JobClient restored = NormalizeJob.run(environment(savepoint), CATALOG, IB, kafka);
    send(IB, 1);
    awaitUnqualified(IB, 11);
    restored.cancel().get();
    NormalizeJob.run(environment(null), CATALOG, IB, kafka, true);

    awaitUnqualified(IB, 11 + 6);
  }

  /** Messages that are no JSON, one unqualified row each. */
  private void send(Source source, int messages) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < messages; i++) {
        Future<?> unused = producer.send(new ProducerRecord<>(source.rawTopic(), 0, null, ("no json " + i).getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  private void forget(Source source, long before) throws Exception {
    try (Admin admin = Admin.create(kafka.client())) {
      admin.deleteRecords(Map.of(new TopicPartition(source.rawTopic(), 0), RecordsToDelete.beforeOffset(before))).all().get();
    }
  }

  private void awaitUnqualified(Source source, long rows) {
    Awaitility.await("unqualified rows of " + source.name()).atMost(PATIENCE).until(() -> read(source) == rows);
  }

  private long read(Source source) {
    try (TopicReader reader = new TopicReader(kafka, List.of(source.unqualifiedTopic()))) {
      return reader.readToNow(record -> { });
    }
  }

  private StreamExecutionEnvironment environment(String restored) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, dir.resolve("checkpoints").toUri().toString());
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    if (restored != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, restored);
    }
    return flink.environment(settings).setParallelism(2);
  }
}
