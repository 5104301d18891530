package io.twinlane.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads some topics outside Flink: for counts, comparisons and a look at what is there. For one thread. */
public final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Is given every record in the order of its partition. */
  @FunctionalInterface
  public interface Visitor {
    void visit(ConsumerRecord<byte[], byte[]> record);
  }

  /** A reader of everything that the topics hold. */
  public TopicReader(KafkaConfig kafka, Collection<String> topics) {
    Properties client = kafka.consumer();
    client.setProperty("enable.auto.commit", "false");
    client.setProperty("auto.offset.reset", "earliest");
    consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** A reader of what comes into the topics from this call on. */
  public static TopicReader fromNow(KafkaConfig kafka, Collection<String> topics) {
    TopicReader reader = new TopicReader(kafka, topics);
    reader.consumer.endOffsets(reader.consumer.assignment()).forEach(reader.consumer::seek);
    return reader;
  }

  /** Reads on to what the topics hold at the time of the call, and returns how many records that were; call again for what came since. */
  public long readToNow(Visitor visitor) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    long count = 0;
    while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        visitor.visit(record);
        count++;
      }
    }
    return count;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
