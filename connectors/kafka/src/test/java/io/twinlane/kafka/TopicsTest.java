package io.twinlane.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.derive.KafkaTopics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private static final Topic WANTED = new Topic("raw.wanted", 2, Duration.ofDays(3), 1 << 20, "");

  @Test
  void what_is_missing_is_created_and_what_is_right_is_left_alone() {
    Topic other = new Topic("raw.first", 3, Duration.ofDays(1), 1 << 20, "");
    assertThat(create(other)).containsExactly("created raw.first with 3 partitions");
    assertThat(create(other)).isEmpty();
  }

  @Test
  void a_setting_that_differs_is_mended_and_told() {
    create(new Topic("raw.wanted", 2, Duration.ofDays(1), 1 << 20, ""));
    assertThat(create(WANTED)).containsExactly("set retention.ms of raw.wanted to 259200000 (was 86400000)");
    assertThat(create(WANTED)).isEmpty();
  }

  @Test
  void another_number_of_partitions_is_told_and_left() {
    create(new Topic("raw.parted", 1, Duration.ofDays(3), 1 << 20, ""));
    assertThat(create(new Topic("raw.parted", 2, Duration.ofDays(3), 1 << 20, ""))).containsExactly(
        "left raw.parted with 1 partitions, where the catalog has 2: a change would part a key's messages");
  }

  @Test
  void a_kafka_that_does_not_answer_is_told_with_the_setting_to_change() {
    KafkaConfig nobody = new KafkaConfig("127.0.0.1:1", Map.of("default.api.timeout.ms", "1000", "request.timeout.ms", "500"));
    assertThatThrownBy(() -> Topics.create(nobody, List.of(WANTED)))
        .hasMessageStartingWith("Cannot reach Kafka at 127.0.0.1:1: ")
        .hasMessageEndingWith(" Set kafka.bootstrap-servers to the addresses of a Kafka that runs.");
  }

  @Test
  void secrets_among_the_properties_are_not_printed() {
    assertThat(new KafkaConfig("a:1", Map.of("sasl.jaas.config", "password=x"))).hasToString("a:1");
  }

  private static List<String> create(Topic topic) {
    return Topics.create(Engines.kafka(), List.of(topic));
  }
}
