package io.twinlane.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.TopicSettings;
import io.twinlane.catalog.derive.KafkaTopics.Topic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsForBrokersTest {
  private static final Topic THREE = topic("raw.three", 3, 2);
  private static final Topic FIVE = topic("raw.five", 5, 3);
  private static final Topic TWO = topic("raw.two", 2, 2);

  @Test
  void enough_brokers_have_topics_as_they_are_declared() {
    TopicsForBrokers fitted = TopicsForBrokers.of(List.of(THREE, TWO), 3);
    assertThat(fitted.topics()).containsExactly(THREE, TWO);
    assertThat(fitted.told()).isEmpty();
  }

  @Test
  void two_brokers_refuse_each_topic_of_more_replicas_by_name() {
    assertThatThrownBy(() -> TopicsForBrokers.of(List.of(THREE, TWO, FIVE), 2)).hasMessage("Cannot create raw.three with 3 replicas, raw.five"
        + " with 5 replicas: Kafka has 2 brokers. Allowed: a replication of up to 2 (kafka.topics in catalog/platform.yaml)");
    assertThat(TopicsForBrokers.of(List.of(TWO), 2).topics()).containsExactly(TWO);
  }

  @Test
  void one_broker_has_one_replica_of_each_and_no_writer_waits_for_more() {
    TopicsForBrokers fitted = TopicsForBrokers.of(List.of(THREE, FIVE), 1);
    assertThat(fitted.topics()).allSatisfy(topic -> {
      assertThat(topic.settings().replication()).isEqualTo(1);
      assertThat(topic.settings().minInSyncReplicas()).isEqualTo(1);
    });
    assertThat(fitted.told()).hasValue("created topics with one replica, where the catalog has up to 5: this Kafka has one broker");
  }

  private static Topic topic(String name, int replication, int minInSync) {
    return new Topic(name, new TopicSettings(1, Duration.ofDays(1), replication, minInSync), 1 << 20, "");
  }
}
