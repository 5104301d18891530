package io.twinlane.jobs.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.ReleasedReceipts;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.TopicReader;
import io.twinlane.kafka.Topics;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.kafka.codec.DroppedCodec;
import io.twinlane.kafka.codec.UnqualifiedCodec;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.Playback;
import io.twinlane.kafka.replay.ReplayProgress;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.kafka.replay.Track;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.KeyOf;
import io.twinlane.normalize.Survey;
import io.twinlane.normalize.UnqualifiedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on real Kafka and Flink: a merge that is interrupted and taken up again gives the rows of one that never was. */
class NormalizeJobTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final Source IB = CATALOG.source("ib");
  private static final Path SAMPLE = Path.of(System.getProperty("twinlane.root"), "catalog/sources/ib/samples/smd.jsonl");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir
  Path dir;

  @Test
  void a_job_that_is_killed_and_restored_gives_the_rows_of_one_that_never_stopped() throws Exception {
    List<String> lines = Files.readAllLines(SAMPLE);
    Map<Object, List<String>> undisturbed = rows("undisturbed", lines, false);
    Map<Object, List<String>> interrupted = rows("interrupted", lines, true);

    assertThat(undisturbed.values().stream().mapToInt(List::size).sum()).isGreaterThan(150);
    assertThat(interrupted).isEqualTo(undisturbed);
  }

  private Map<Object, List<String>> rows(String name, List<String> lines, boolean kill) throws Exception {
    try (EmbeddedKafka server = EmbeddedKafka.start(dir.resolve(name).resolve("kafka"), 0);
        EmbeddedFlink flink = EmbeddedFlink.start(new Configuration(), 0)) {
      KafkaConfig kafka = KafkaConfig.of(server.bootstrapServers());
      Topics.create(kafka, KafkaTopics.of(CATALOG));
      Path checkpoints = dir.resolve(name).resolve("checkpoints");
      play(kafka, lines.subList(0, 80));
      NormalizeJob.run(environment(flink, checkpoints, null), CATALOG, IB, kafka);
      awaitAccounted(kafka, 80);
      if (kill) {
        Awaitility.await("checkpoint").atMost(PATIENCE).until(() -> lastCheckpoint(checkpoints) != null);
        play(kafka, lines.subList(80, 140));
        flink.cancelAll();
        play(kafka, lines.subList(140, lines.size()));
        NormalizeJob.run(environment(flink, checkpoints, lastCheckpoint(checkpoints)), CATALOG, IB, kafka);
      } else {
        play(kafka, lines.subList(80, lines.size()));
      }
      awaitAccounted(kafka, lines.size());
      return rows(kafka);
    }
  }

  private static StreamExecutionEnvironment environment(EmbeddedFlink flink, Path checkpoints, String restored) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    settings.set(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION, ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    if (restored != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, restored);
    }
    return flink.environment(settings).setParallelism(2);
  }

  private void play(KafkaConfig kafka, List<String> lines) throws IOException {
    Path part = Files.write(Files.createTempFile(dir, "part", ".jsonl"), lines);
    KeyOf key = new KeyOf(IB, CATALOG.platform().maxRecordBytes());
    Instant now = Instant.now();
    Survey survey = Survey.of(part, now, Long.MAX_VALUE, Integer.MAX_VALUE, message -> {});
    new Playback(kafka, Speed.FLAT_OUT, MaxGap.STANDARD).play(List.of(Track.of(part, now, survey, IB.rawTopic(), key::keyOf)), ReplayProgress.NONE);
  }

  /**
   * Each symbol's rows in origin order; a row that comes again must be the same. Offsets are left out: heartbeats have no key and take
   * turns between the partitions from the first one on in each part.
   */
  private static Map<Object, List<String>> rows(KafkaConfig kafka) {
    CategoryCodec codec = CategoryCodec.of(CATALOG.category("market_tick"), CATALOG.states());
    Map<String, TreeMap<Long, CategoryRow>> byOrigin = new TreeMap<>();
    try (TopicReader reader = new TopicReader(kafka, List.of(KafkaTopics.categoryTopic("market_tick")))) {
      reader.readToNow(record -> {
        CategoryRow row = codec.decode(record.value());
        CategoryRow before = byOrigin.computeIfAbsent(row.origin, unused -> new TreeMap<>()).put(row.originOffset, row);
        assertThat(before == null || before.equals(row)).as("a row that came again is the same").isTrue();
      });
    }
    Map<Object, List<String>> bySymbol = new TreeMap<>();
    byOrigin.values().forEach(rows -> rows.values().forEach(
        row -> bySymbol.computeIfAbsent(row.values[0], unused -> new ArrayList<>())
            .add(Arrays.toString(row.values) + Arrays.toString(row.units) + Arrays.toString(row.states))));
    return bySymbol;
  }

  /** Waits until rows, unqualified rows and receipts together tell of as many different messages as were played. */
  private static void awaitAccounted(KafkaConfig kafka, int messages) {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    String ticks = KafkaTopics.categoryTopic("market_tick");
    Awaitility.await("accounted").atMost(PATIENCE).until(() -> {
      try (TopicReader reader = new TopicReader(kafka, List.of(ticks, IB.unqualifiedTopic(), IB.droppedTopic()))) {
        reader.readToNow(record -> seen.add(origin(record)));
      }
      return seen.size() == messages;
    });
  }

  private static String origin(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(IB.unqualifiedTopic())) {
      UnqualifiedRow row = new UnqualifiedCodec(ReleasedReceipts.NONE).decode(record.value());
      return row.origin() + "@" + row.originOffset();
    }
    if (record.topic().equals(IB.droppedTopic())) {
      DroppedMessage message = new DroppedCodec(ReleasedReceipts.NONE).decode(record.value());
      return message.origin() + "@" + message.originOffset();
    }
    CategoryRow row = CategoryCodec.of(CATALOG.category("market_tick"), CATALOG.states()).decode(record.value());
    return row.origin + "@" + row.originOffset;
  }

  private static String lastCheckpoint(Path checkpoints) throws IOException {
    if (!Files.isDirectory(checkpoints)) {
      return null;
    }
    try (Stream<Path> files = Files.walk(checkpoints)) {
      return files.filter(file -> file.getFileName().toString().equals("_metadata")).map(Path::getParent)
          .max(Comparator.comparing(folder -> Integer.parseInt(folder.getFileName().toString().substring("chk-".length()))))
          .map(folder -> folder.toUri().toString()).orElse(null);
    }
  }
}
