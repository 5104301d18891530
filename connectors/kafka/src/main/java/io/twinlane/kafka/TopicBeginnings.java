package io.twinlane.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Where topics begin: at 0 until retention, or a person, takes their first messages. */
final class TopicBeginnings {
  private TopicBeginnings() {}

  /** Throws {@link StateMissing} in the name of a job when a topic does not begin at 0. */
  static void require(KafkaConfig kafka, Collection<String> topics, String job) throws InterruptedException {
    try (Admin admin = Admin.create(Topics.impatient(kafka))) {
      Map<TopicPartition, ListOffsetsResultInfo> first = admin.listOffsets(earliest(admin, topics)).all().get();
      Map<String, Long> begins = new TreeMap<>();
      first.forEach((partition, place) -> begins.put(partition.topic() + "/" + partition.partition(), place.offset()));
      begins.entrySet().stream().filter(begin -> begin.getValue() > 0).findFirst().ifPresent(begin -> {
        throw new StateMissing(job, begin.getKey(), begin.getValue());
      });
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot ask Kafka at " + kafka + " where " + topics + " begin: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private static Map<TopicPartition, OffsetSpec> earliest(Admin admin, Collection<String> topics)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
      topic.partitions().forEach(partition -> asked.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.earliest()));
    }
    return asked;
  }
}
