package io.twinlane.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.Topics;
import io.twinlane.lake.ArchiveCount;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.RawArchive;
import io.twinlane.normalize.RawMessage;
import io.twinlane.types.RowTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveJobTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final Source COINBASE = CATALOG.source("coinbase");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir
  private Path dir;

  private StreamExecutionEnvironment environment(EmbeddedFlink flink, String restored) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, dir.resolve("checkpoints").toUri().toString());
    settings.set(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION, ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    if (restored != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, restored);
    }
    return flink.environment(settings).setParallelism(2);
  }

  private static void produce(KafkaConfig kafka, int from, int to) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = from; i < to; i++) {
        byte[] text = String.valueOf(i).getBytes(StandardCharsets.UTF_8);
        Future<?> unused = producer.send(new ProducerRecord<>(COINBASE.rawTopic(), text, text));
      }
    }
  }

  private String lastCheckpoint() throws IOException {
    try (Stream<Path> files = Files.walk(dir.resolve("checkpoints"))) {
      return files.filter(file -> file.getFileName().toString().equals("_metadata")).map(Path::getParent)
          .max(Comparator.comparing(folder -> Integer.parseInt(folder.getFileName().toString().substring("chk-".length()))))
          .orElseThrow().toUri().toString();
    }
  }

  private static void awaitArchived(LakeConfig lake, long messages) {
    ArchiveCount count = new ArchiveCount(lake, COINBASE);
    Awaitility.await("archived").atMost(PATIENCE).until(() -> count.messages() >= messages);
  }

  private static List<String> archived(EmbeddedFlink flink, LakeConfig lake) throws Exception {
    StreamExecutionEnvironment env = flink.environment(new Configuration()).setParallelism(2);
    env.setRuntimeMode(RuntimeExecutionMode.BATCH);
    List<String> bodies = new ArrayList<>();
    try (CloseableIterator<RawMessage> messages =
        env.fromSource(RawArchive.source(lake, COINBASE), WatermarkStrategy.noWatermarks(), "raw", RowTypes.RAW_MESSAGE)
            .executeAndCollect()) {
      messages.forEachRemaining(message -> bodies.add(new String(message.body(), StandardCharsets.UTF_8)));
    }
    return bodies;
  }

  @Test
  void a_job_that_is_killed_and_restored_from_its_last_checkpoint_neither_loses_nor_doubles_messages() throws Exception {
    LakeConfig lake = LakeConfig.local(dir.resolve("lake"));
    try (EmbeddedKafka server = EmbeddedKafka.start(dir.resolve("kafka"), 0);
        EmbeddedFlink flink = EmbeddedFlink.start(new Configuration(), 0)) {
      KafkaConfig kafka = KafkaConfig.of(server.bootstrapServers());
      Topics.create(kafka, KafkaTopics.of(CATALOG));
      produce(kafka, 0, 3000);
      ArchiveJob.run(environment(flink, null), COINBASE, kafka, lake);
      awaitArchived(lake, 3000);
      produce(kafka, 3000, 6000);
      flink.cancelAll();
      produce(kafka, 6000, 9000);
      JobClient restored = ArchiveJob.run(environment(flink, lastCheckpoint()), COINBASE, kafka, lake);
      awaitArchived(lake, 9000);
      restored.cancel().get();
      assertThat(archived(flink, lake)).as("archived").containsExactlyInAnyOrderElementsOf(
          IntStream.range(0, 9000).mapToObj(String::valueOf).toList());
    }
  }
}
