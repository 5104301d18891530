package io.twinlane.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.jobs.normalize.NormalizeJob;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.Topics;
import io.twinlane.normalize.MappingUse;
import io.twinlane.normalize.RuleUse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running job's mapping does not use is told while it runs, added up over its subtasks. */
class RunningMappingsTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final Source COINBASE = CATALOG.source("coinbase");

  @TempDir
  private Path dir;

  @Test
  void a_running_job_tells_how_its_mapping_is_used() throws Exception {
    Configuration cluster = new Configuration();
    cluster.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
    try (EmbeddedKafka server = EmbeddedKafka.start(dir.resolve("kafka"), 0); EmbeddedFlink flink = EmbeddedFlink.start(cluster, 0)) {
      KafkaConfig kafka = KafkaConfig.of(server.bootstrapServers());
      Topics.create(kafka, KafkaTopics.of(CATALOG));
      Configuration settings = new Configuration();
      settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
      NormalizeJob.run(flink.environment(settings).setParallelism(2), CATALOG, COINBASE, kafka);
      send(kafka);

      FlinkRest rest = new FlinkRest(flink.url());
      Awaitility.await("both messages are told").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
        Map<String, MappingUse> uses = RunningMappings.of(rest);
        assertThat(uses).containsOnlyKeys("coinbase");
        MappingUse use = uses.get("coinbase");
        assertThat(use.unused()).containsExactly("book-snapshot", "book-update", "last-match");
        assertThat(use.rules()).contains(new RuleUse("match", 2, 1, List.of("last_size (column size)", "trade_id (column trade_id)")));
      });
    }
  }

  /** One to each of two partitions: a trade, and one that says nothing of itself. */
  private static void send(KafkaConfig kafka) {
    String nothing = "{\"type\":\"match\",\"product_id\":\"BTC-USD\"}";
    String trade = nothing.replace("}", ",\"time\":\"2026-11-20T14:30:00Z\",\"side\":\"buy\",\"price\":\"2\"}");
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      Future<?> first = producer.send(new ProducerRecord<>(COINBASE.rawTopic(), 0, null, trade.getBytes(StandardCharsets.UTF_8)));
      Future<?> second = producer.send(new ProducerRecord<>(COINBASE.rawTopic(), 1, null, nothing.getBytes(StandardCharsets.UTF_8)));
      assertThat(List.of(first, second)).hasSize(2);
    }
  }
}
