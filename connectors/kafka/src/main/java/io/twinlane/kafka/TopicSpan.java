package io.twinlane.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What a topic holds now: the first offset of each partition, and one past its last. */
record TopicSpan(Map<Integer, Long> begins, Map<Integer, Long> ends) {
  static TopicSpan of(KafkaConfig kafka, String topic) throws InterruptedException {
    try (Admin admin = Admin.create(Topics.impatient(kafka))) {
      int partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
      return new TopicSpan(offsets(admin, topic, partitions, OffsetSpec.earliest()), offsets(admin, topic, partitions, OffsetSpec.latest()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot ask Kafka at " + kafka + " what " + topic + " holds: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private static Map<Integer, Long> offsets(Admin admin, String topic, int partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      asked.put(new TopicPartition(topic, partition), which);
    }
    Map<Integer, Long> offsets = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> found : admin.listOffsets(asked).all().get().entrySet()) {
      offsets.put(found.getKey().partition(), found.getValue().offset());
    }
    return offsets;
  }
}
