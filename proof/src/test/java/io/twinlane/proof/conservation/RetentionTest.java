package io.twinlane.proof.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.TopicIds;
import io.twinlane.kafka.codec.DroppedCodec;
import io.twinlane.normalize.DroppedMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics forget their beginnings, each at its own time, and are created anew: an account is of what all of them can still tell. */
class RetentionTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final Source SOURCE = CATALOG.source("coinbase");
  private static final int MESSAGES = 10;
  private static final long A_SECOND = 1000;

  @TempDir
  private static Path dir;
  private static EmbeddedKafka server;
  private static KafkaConfig kafka;
  private final long now = System.currentTimeMillis();

  @BeforeAll
  static void start() {
    server = EmbeddedKafka.start(dir.resolve("kafka"), 0);
    kafka = KafkaConfig.of(server.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** With the times of their producers, unlike the catalog's. */
  @BeforeEach
  void create_the_topics_anew() throws Exception {
    try (Admin admin = Admin.create(kafka.client())) {
      admin.deleteTopics(admin.listTopics().names().get()).all().get();
      admin.createTopics(KafkaTopics.of(CATALOG).stream().map(topic -> new NewTopic(topic.name(), 1, (short) 1)).toList()).all().get();
    }
    for (int second = 0; second < MESSAGES; second++) {
      send(SOURCE.rawTopic(), second, new byte[] {'x'});
      send(SOURCE.droppedTopic(), second, dropped(origin(), second));
    }
  }

  @Test
  void the_result_of_a_message_that_the_raw_topic_has_forgotten_is_no_finding() throws Exception {
    forget(SOURCE.rawTopic(), 4);
    assertAccounted(6);
  }

  @Test
  void a_message_whose_result_is_forgotten_has_not_left_no_trace() throws Exception {
    forget(SOURCE.droppedTopic(), 4);
    assertAccounted(5); // what was said in the same millisecond as the first that is left may be gone
  }

  @Test
  void a_topic_of_results_that_holds_nothing_more_reaches_back_to_its_retention() throws Exception {
    send(SOURCE.unqualifiedTopic(), 0, new byte[0]);
    forget(SOURCE.unqualifiedTopic(), 1);
    assertAccounted(MESSAGES);
  }

  @Test
  void a_result_that_names_an_earlier_incarnation_of_the_raw_topic_is_no_finding() throws Exception {
    send(SOURCE.droppedTopic(), MESSAGES, dropped(SOURCE.rawTopic() + "@9rs4Tx3iQ-2Rk1v8bq2W0g/0", 77));
    assertAccounted(MESSAGES);
  }

  @Test
  void a_message_that_left_no_trace_is_named_all_the_same() throws Exception {
    forget(SOURCE.rawTopic(), 4);
    send(SOURCE.rawTopic(), MESSAGES, new byte[] {'y'});
    assertThat(count().findings()).containsExactly(origin() + " offset 10 left no trace");
  }

  private static void assertAccounted(long messages) {
    SourceCount count = count();
    assertThat(count.findings()).isEmpty();
    assertThat(count.raw()).isEqualTo(messages);
    assertThat(count.drops()).isEqualTo(messages);
  }

  private static SourceCount count() {
    try (LiveTally tally = new LiveTally(kafka, CATALOG, List.of(SOURCE))) {
      tally.catchUp();
      return tally.counts().get(SOURCE.name());
    }
  }

  private static String origin() {
    return TopicIds.of(kafka, List.of(SOURCE.rawTopic())).origin(SOURCE.rawTopic(), 0);
  }

  private static byte[] dropped(String origin, long offset) {
    return new DroppedCodec(CATALOG.receipts()).encode(new DroppedMessage(SOURCE.name(), "HEARTBEAT", origin, offset, "coinbase/1", 0));
  }

  private void send(String topic, int second, byte[] value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, now + second * A_SECOND, null, value)).get();
    }
  }

  private static void forget(String topic, long before) throws Exception {
    try (Admin admin = Admin.create(kafka.client())) {
      admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(before))).all().get();
    }
  }
}
