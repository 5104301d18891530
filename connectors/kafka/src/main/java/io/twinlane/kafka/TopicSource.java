package io.twinlane.kafka;

import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;

/** What our Kafka sources share: where they begin and end, and that partitions added later are found. */
final class TopicSource {
  private static final String DISCOVERY_MILLIS = "60000";

  private TopicSource() {}

  static <T> KafkaSource<T> of(
      KafkaConnection kafka, List<String> topics, Reading reading, KafkaRecordDeserializationSchema<T> deserializer) {
    Properties properties = kafka.consumer();
    properties.putIfAbsent("partition.discovery.interval.ms", DISCOVERY_MILLIS);
    KafkaSourceBuilder<T> source = KafkaSource.<T>builder()
        .setProperties(properties)
        .setBootstrapServers(kafka.bootstrapServers())
        .setTopics(topics)
        .setDeserializer(deserializer)
        .setStartingOffsets(OffsetsInitializer.earliest());
    if (reading.group() != null) {
      source.setGroupId(reading.group()).setClientIdPrefix(reading.group());
    }
    return (reading.bounded() ? source.setBounded(OffsetsInitializer.latest()) : source).build();
  }
}
