package io.twinlane.kafka;

import io.twinlane.catalog.derive.KafkaTopics.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Topics as a Kafka of so many brokers can have them. One broker is somebody's own machine, and has what it can; more that are too few are
 * refused.
 *
 * @param told what is not as the catalog says
 */
record TopicsForBrokers(List<Topic> topics, Optional<String> told) {
  static TopicsForBrokers of(List<Topic> declared, int brokers) {
    List<Topic> tooMany = declared.stream().filter(topic -> topic.settings().replication() > brokers).toList();
    if (tooMany.isEmpty()) {
      return new TopicsForBrokers(declared, Optional.empty());
    }
    if (brokers > 1) {
      throw new IllegalStateException("Cannot create " + listed(tooMany) + ": Kafka has " + brokers + " brokers. Allowed: a replication of up to "
          + brokers + " (kafka.topics in catalog/platform.yaml)");
    }
    return new TopicsForBrokers(declared.stream().map(topic -> topic.withReplicasUpTo(1)).toList(),
        Optional.of("created topics with one replica, where the catalog has up to "
            + tooMany.stream().mapToInt(topic -> topic.settings().replication()).max().getAsInt() + ": this Kafka has one broker"));
  }

  private static String listed(List<Topic> topics) {
    return topics.stream().map(topic -> topic.name() + " with " + topic.settings().replication() + " replicas").collect(Collectors.joining(", "));
  }
}
