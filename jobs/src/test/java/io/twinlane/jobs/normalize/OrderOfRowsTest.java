package io.twinlane.jobs.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.TopicReader;
import io.twinlane.kafka.Topics;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.normalize.CategoryRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.commons.io.FileUtils;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order that drop-repeats rests on: a mapping gives one category deltas to be merged and rows that are whole, in turns. */
class OrderOfRowsTest {
  private static final Path ROOT = Path.of(System.getProperty("twinlane.root"));
  private static final int HALF = 4_000;
  private static final int CONTRACTS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir
  private Path dir;

  @Test
  void rows_of_a_symbol_stay_in_order_whatever_way_they_come_at_parallelism_4_and_after_a_rescale() throws Exception {
    Catalog catalog = withPlainRule();
    try (EmbeddedKafka server = EmbeddedKafka.start(dir.resolve("kafka"), 0);
        EmbeddedFlink flink = EmbeddedFlink.start(new Configuration(), 0)) {
      KafkaConfig kafka = KafkaConfig.of(server.bootstrapServers());
      Topics.create(kafka, KafkaTopics.of(catalog));
      JobClient job = NormalizeJob.run(environment(flink, 4, null), catalog, catalog.source("ib"), kafka);
      send(kafka, 0);
      awaitRows(catalog, kafka, HALF);
      String savepoint = job.stopWithSavepoint(false, dir.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL).get();
      NormalizeJob.run(environment(flink, 2, savepoint), catalog, catalog.source("ib"), kafka);
      send(kafka, HALF);
      awaitRows(catalog, kafka, 2 * HALF);
      flink.cancelAll();

      Map<String, List<Long>> offsets = new HashMap<>();
      rows(catalog, kafka).forEach(row -> offsets.computeIfAbsent(row.values[0] + " " + row.origin, unused -> new ArrayList<>())
          .add(row.originOffset));
      assertThat(offsets).hasSize(CONTRACTS);
      assertThat(offsets.values()).allSatisfy(of -> assertThat(of).isSorted().doesNotHaveDuplicates());
    }
  }

  /** ib's mapping with a second rule for market_tick, whose messages say all there is. */
  private Catalog withPlainRule() throws Exception {
    Path root = dir.resolve("repository");
    for (String part : List.of("catalog", "sql")) {
      FileUtils.copyDirectory(ROOT.resolve(part).toFile(), root.resolve(part).toFile(), file -> !file.getName().equals("target"));
    }
    Path mapping = root.resolve("catalog/sources/ib/mapping.yaml");
    Files.writeString(mapping, Files.readString(mapping).replace("messages:\n", """
        messages:
          - name: trade
            when: {column: topic, starts-with: "trd+"}
            category: market_tick
            state: LIVE
            fields:
              symbol: {identifier: true}
              event_time: {received: true}
              last_price: {column: last_price, unit: price}
        """));
    return CatalogLoader.load(root);
  }

  private static void send(KafkaConfig kafka, int from) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = from; i < from + HALF; i++) {
        String id = String.valueOf(i / 2 % CONTRACTS);
        String kind = i % 2 == 0 ? "smd" : "trd";
        String text = "{\"topic\":\"" + kind + "+" + id + "\",\"conid\":" + id + ",\"6509\":\"R\",\"31\":\"" + (i + 1) + ".25\"}";
        Future<?> unused = producer.send(new ProducerRecord<>(
            "raw.ib", id.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  private static void awaitRows(Catalog catalog, KafkaConfig kafka, int count) {
    Awaitility.await("rows").pollInterval(Duration.ofMillis(500)).atMost(PATIENCE)
        .untilAsserted(() -> assertThat(rows(catalog, kafka)).hasSize(count));
  }

  private static List<CategoryRow> rows(Catalog catalog, KafkaConfig kafka) {
    CategoryCodec codec = CategoryCodec.of(catalog.category("market_tick"), catalog.states());
    List<CategoryRow> rows = new ArrayList<>();
    try (TopicReader reader = new TopicReader(kafka, List.of(KafkaTopics.categoryTopic("market_tick")))) {
      reader.readToNow(record -> rows.add(codec.decode(record.value())));
    }
    return rows;
  }

  private StreamExecutionEnvironment environment(EmbeddedFlink flink, int parallelism, String restored) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, dir.resolve("checkpoints").toUri().toString());
    if (restored != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, restored);
    }
    return flink.environment(settings).setParallelism(parallelism);
  }
}
