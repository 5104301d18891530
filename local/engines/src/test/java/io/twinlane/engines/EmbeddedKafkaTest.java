package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Exit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
  private static final int FIVE_MB = 5 << 20;

  @TempDir Path dir;

  @Test
  void a_record_of_five_megabytes_comes_back_byte_for_byte() throws Exception {
    byte[] large = new byte[FIVE_MB];
    new Random(7).nextBytes(large);
    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir, 0)) {
      create(kafka, "raw.ib");
      send(kafka, "raw.ib", 1L, large);
      assertThat(read(kafka, "raw.ib", 1).get(0).value()).isEqualTo(large);
    }
  }

  @Test
  void a_restart_on_the_same_folder_keeps_topics_records_and_their_old_times() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir, 0)) {
      create(kafka, "raw.coinbase");
      send(kafka, "raw.coinbase", 1_500_000_000_000L, "first".getBytes(StandardCharsets.UTF_8));
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir, 0)) {
      send(kafka, "raw.coinbase", 1_500_000_000_001L, "second".getBytes(StandardCharsets.UTF_8));
      List<ConsumerRecord<byte[], byte[]>> records = read(kafka, "raw.coinbase", 2);
      assertThat(records).extracting(record -> new String(record.value(), StandardCharsets.UTF_8)).containsExactly("first", "second");
      assertThat(records).extracting(ConsumerRecord::offset).containsExactly(0L, 1L);
      assertThat(records.get(0).timestamp()).isEqualTo(1_500_000_000_000L);
      kafka.close(); // and once more at the end of this block
    }
  }

  @Test
  void a_taken_port_is_named_with_its_setting() throws Exception {
    try (ServerSocket other = BusyPort.open()) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> EmbeddedKafka.start(dir, port))
          .isInstanceOf(CannotStart.class)
          .hasMessage("Cannot start Kafka: port " + port + " is taken. Set kafka.port to a free port (or 0 for any).");
    }
  }

  @Test
  void a_second_server_on_a_folder_in_use_is_refused_and_the_first_one_lives_on() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir, 0)) {
      assertThatThrownBy(() -> EmbeddedKafka.start(dir, 0))
          .isInstanceOf(CannotStart.class)
          .hasMessage("Cannot start Kafka in " + dir + ": another server uses this folder. Stop it, or use another folder.");
      create(kafka, "raw.eia");
      send(kafka, "raw.eia", 1L, "still here".getBytes(StandardCharsets.UTF_8));
      assertThat(read(kafka, "raw.eia", 1)).hasSize(1);
    }
  }

  @Test
  void a_fatal_fault_of_the_server_does_not_end_the_jvm() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir, 0)) {
      assertThat(kafka.port()).isPositive();
      assertThatThrownBy(() -> Exit.halt(1, "all log dirs have failed"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Kafka gave up with status 1: all log dirs have failed");
    }
  }

  private static void create(EmbeddedKafka kafka, String topic) throws Exception {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private static void send(EmbeddedKafka kafka, String topic, long time, byte[] value) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.request.size", 2 * FIVE_MB);
    try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, time, null, value)).get();
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(EmbeddedKafka kafka, String topic, int count) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        return records.size() >= count;
      });
    }
    return records;
  }
}
