package io.twinlane.kafka;

import io.twinlane.catalog.ReleasedReceipts;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.codec.DroppedCodec;
import io.twinlane.normalize.DroppedMessage;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes the receipts of drops to their source's dropped topic, keyed by origin. At least once. */
public final class DroppedSink {
  private DroppedSink() {}

  public static KafkaSink<DroppedMessage> of(KafkaConfig kafka, Source source) {
    return TopicSink.of(kafka, new Receipts(source.droppedTopic(), new DroppedCodec(ReleasedReceipts.NONE)),
        KafkaConfig.SMALL_BUFFER);
  }

  private record Receipts(String topic, DroppedCodec codec) implements KafkaRecordSerializationSchema<DroppedMessage> {
    @Override
    public ProducerRecord<byte[], byte[]> serialize(DroppedMessage message, KafkaSinkContext context, Long timestamp) {
      return new ProducerRecord<>(topic, message.origin().getBytes(StandardCharsets.UTF_8), codec.encode(message));
    }
  }
}
