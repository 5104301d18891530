package io.twinlane.kafka;

import io.twinlane.catalog.ReleasedReceipts;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.codec.UnqualifiedCodec;
import io.twinlane.normalize.UnqualifiedRow;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes what could not go on to its source's unqualified topic, keyed by origin. At least once. */
public final class UnqualifiedSink {
  private UnqualifiedSink() {}

  public static KafkaSink<UnqualifiedRow> of(KafkaConfig kafka, Source source) {
    return TopicSink.of(kafka, new Rows(source.unqualifiedTopic(), new UnqualifiedCodec(ReleasedReceipts.NONE)),
        KafkaConfig.LARGE_BUFFER);
  }

  private record Rows(String topic, UnqualifiedCodec codec) implements KafkaRecordSerializationSchema<UnqualifiedRow> {
    @Override
    public ProducerRecord<byte[], byte[]> serialize(UnqualifiedRow row, KafkaSinkContext context, Long timestamp) {
      return new ProducerRecord<>(topic, row.origin().getBytes(StandardCharsets.UTF_8), codec.encode(row));
    }
  }
}
