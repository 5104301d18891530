package io.twinlane.kafka;

import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/** What our Kafka sinks share: at least once, because a transaction would make every reader wait for the next checkpoint. */
final class TopicSink {
  private TopicSink() {}

  /** {@code buffer} bounds what each subtask holds unsent, in bytes; no record may be larger. */
  static <T> KafkaSink<T> of(KafkaConfig kafka, KafkaRecordSerializationSchema<T> serializer, int buffer) {
    return KafkaSink.<T>builder()
        .setBootstrapServers(kafka.bootstrapServers())
        .setKafkaProducerConfig(kafka.producer(buffer))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(serializer)
        .build();
  }
}
