package io.twinlane.kafka;

import io.twinlane.catalog.ReleasedReceipts;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.codec.UnqualifiedCodec;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.RowTypes;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the unqualified topics of several sources at once. */
public final class UnqualifiedTopicSource {
  private UnqualifiedTopicSource() {}

  public static TopicInput<UnqualifiedRow> of(KafkaConfig kafka, List<Source> sources, ReleasedReceipts released, Reading reading) {
    List<String> topics = sources.stream().map(Source::unqualifiedTopic).toList();
    return new TopicInput<>(kafka, topics, reading, new Rows(new UnqualifiedCodec(released)), null);
  }

  private record Rows(UnqualifiedCodec codec) implements KafkaRecordDeserializationSchema<UnqualifiedRow> {
    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<UnqualifiedRow> out) {
      out.collect(codec.decode(record.value()));
    }

    @Override
    public TypeInformation<UnqualifiedRow> getProducedType() {
      return RowTypes.UNQUALIFIED_ROW;
    }
  }
}
