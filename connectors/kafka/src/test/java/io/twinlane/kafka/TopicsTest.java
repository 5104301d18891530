package io.twinlane.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.TopicSettings;
import io.twinlane.catalog.derive.KafkaTopics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private static final Topic WANTED = new Topic("raw.wanted", TopicSettings.onOneBroker(2, Duration.ofDays(3)), 1 << 20, "");

  @Test
  void what_is_missing_is_created_and_what_is_right_is_left_alone() throws Exception {
    Topic other = new Topic("raw.first", TopicSettings.onOneBroker(3, Duration.ofDays(1)), 1 << 20, "");
    assertThat(create(other)).isEmpty();
    try (Admin admin = Admin.create(Engines.kafka().client())) {
      assertThat(admin.describeTopics(List.of(other.name())).allTopicNames().get().get(other.name()).partitions()).hasSize(3);
    }
    assertThat(create(other)).isEmpty();
  }

  @Test
  void a_setting_that_differs_is_mended_and_told() {
    create(new Topic("raw.wanted", TopicSettings.onOneBroker(2, Duration.ofDays(1)), 1 << 20, ""));
    assertThat(create(WANTED)).containsExactly("set retention.ms of raw.wanted to 259200000 (was 86400000)");
    assertThat(create(WANTED)).isEmpty();
  }

  @Test
  void another_number_of_partitions_is_refused_before_anything_is_changed() {
    Topic before = new Topic("raw.parted", TopicSettings.onOneBroker(1, Duration.ofDays(3)), 1 << 20, "");
    create(before);
    Topic after = new Topic("raw.parted", TopicSettings.onOneBroker(2, Duration.ofDays(1)), 1 << 20, "");
    assertThatThrownBy(() -> create(after)).hasMessage("Cannot bring raw.parted from 1 to 2 partitions: a key's messages share a partition,"
        + " and their order would be lost. Allowed: the partitions that are there (kafka.topics in catalog/platform.yaml)");
    assertThat(create(before)).as("changes").isEmpty();
  }

  @Test
  void one_broker_keeps_one_replica_of_what_needs_more_and_no_writer_waits_for_others() throws Exception {
    Topic wanted = new Topic("raw.replicated", new TopicSettings(1, Duration.ofDays(1), 3, 2), 1 << 20, "");
    assertThat(create(wanted)).containsExactly(
        "created topics with one replica, where the catalog has up to 3: this Kafka has one broker");
    assertThat(create(wanted)).isEmpty();
    try (var producer = new KafkaProducer<>(Engines.kafka().producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      assertThat(producer.send(new ProducerRecord<>("raw.replicated", new byte[] {1})).get(30, TimeUnit.SECONDS).offset()).isZero();
    }
  }

  @Test
  void a_producer_whose_clock_is_years_off_moves_neither_arrival_nor_retention() throws Exception {
    Topic topic = new Topic("raw.clocks", TopicSettings.onOneBroker(1, Duration.ofDays(3)), 1 << 20, "");
    create(topic);
    long before = System.currentTimeMillis();
    try (var producer = new KafkaProducer<>(Engines.kafka().producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String clock : List.of("1999-01-01T00:00:00Z", "2150-01-01T00:00:00Z")) {
        producer.send(new ProducerRecord<>(topic.name(), 0, Instant.parse(clock).toEpochMilli(), null, new byte[] {1})).get();
      }
    }
    RawRecord raw = new RawRecord(TopicIds.of(Engines.kafka(), List.of(topic.name())));
    assertThat(Engines.read(topic.name())).hasSize(2).allSatisfy(record -> {
      assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
      assertThat(raw.message(record).ingestTime()).isBetween(before * 1000, System.currentTimeMillis() * 1000);
    });
  }

  @Test
  void a_kafka_that_does_not_answer_is_told_with_the_setting_to_change() {
    KafkaConfig nobody = new KafkaConfig("127.0.0.1:1", Map.of("default.api.timeout.ms", "1000", "request.timeout.ms", "500"));
    assertThatThrownBy(() -> Topics.create(nobody, List.of(WANTED)))
        .hasMessageStartingWith("Cannot reach Kafka at 127.0.0.1:1: ")
        .hasMessageEndingWith(" Set kafka.bootstrap-servers to the addresses of a Kafka that runs.");
  }

  @Test
  void properties_are_not_printed() {
    assertThat(new KafkaConfig("a:1", Map.of("sasl.jaas.config", "x.Login required password=\"${env:X}\";"))).hasToString("a:1");
  }

  private static List<String> create(Topic topic) {
    return Topics.create(Engines.kafka(), List.of(topic));
  }
}
