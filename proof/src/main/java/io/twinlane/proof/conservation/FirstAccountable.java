package io.twinlane.proof.conservation;

import io.twinlane.kafka.KafkaConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The first message of each raw partition that can be accounted for. Topics forget their beginnings, each at its own time: a message must
 * still be held, and every topic of outcomes must reach back to the time at which it came, since its outcome came later.
 */
final class FirstAccountable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;

  private FirstAccountable(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** @param outcomes the topics of outcomes, each with its retention: what one reaches back to that holds nothing any more */
  static Map<TopicPartition, Long> offsets(KafkaConfig kafka, Collection<String> raw, Map<String, Duration> outcomes) {
    Properties client = kafka.consumer();
    client.setProperty("enable.auto.commit", "false");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      FirstAccountable first = new FirstAccountable(consumer);
      return first.after(first.forgotten(outcomes), raw);
    }
  }

  /** Until when, in milliseconds, outcomes may be forgotten: the latest beginning of a partition that has lost one. */
  private long forgotten(Map<String, Duration> outcomes) {
    Map<TopicPartition, Long> lost = new HashMap<>(consumer.beginningOffsets(partitions(outcomes.keySet())));
    lost.values().removeIf(begin -> begin == 0);
    Map<TopicPartition, Long> ends = consumer.endOffsets(lost.keySet());
    consumer.assign(lost.keySet());
    long latest = Long.MIN_VALUE;
    for (Map.Entry<TopicPartition, Long> partition : lost.entrySet()) {
      boolean empty = partition.getValue().equals(ends.get(partition.getKey()));
      latest = Math.max(latest, empty ? System.currentTimeMillis() - outcomes.get(partition.getKey().topic()).toMillis()
          : timeOfFirst(partition.getKey(), partition.getValue(), ends.get(partition.getKey())));
    }
    return latest;
  }

  private long timeOfFirst(TopicPartition partition, long begin, long end) {
    consumer.pause(consumer.assignment());
    consumer.resume(List.of(partition));
    consumer.seek(partition, begin);
    while (consumer.position(partition) < end) {
      List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
      if (!records.isEmpty()) {
        return records.get(0).timestamp();
      }
    }
    return Long.MIN_VALUE; // nothing but a producer's markers
  }

  private Map<TopicPartition, Long> after(long time, Collection<String> raw) {
    List<TopicPartition> partitions = partitions(raw);
    Map<TopicPartition, Long> first = new HashMap<>(consumer.beginningOffsets(partitions));
    if (time == Long.MIN_VALUE) {
      return first;
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, Math.max(0, time + 1)));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    first.replaceAll((partition, begin) ->
        Math.max(begin, found.get(partition) == null ? ends.get(partition) : found.get(partition).offset()));
    return first;
  }

  private List<TopicPartition> partitions(Collection<String> topics) {
    List<TopicPartition> partitions = new ArrayList<>();
    topics.forEach(topic -> consumer.partitionsFor(topic)
        .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition()))));
    return partitions;
  }
}
