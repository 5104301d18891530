package io.twinlane.kafka;

import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.types.RowTypes;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a category's topic. After a restart of the job that writes it some rows come again: {@link DropRepeats} or an idempotent store. */
public final class CategoryTopicSource {
  private CategoryTopicSource() {}

  public static TopicInput<CategoryRow> of(KafkaConfig kafka, CategoryCodec codec, Reading reading) {
    return new TopicInput<>(kafka, List.of(KafkaTopics.categoryTopic(codec.category().name())), reading, new Rows(codec), null);
  }

  /** Decodes values; a row that cannot be read stops the job with its place, because skipping it would lose it. */
  private record Rows(CategoryCodec codec) implements KafkaRecordDeserializationSchema<CategoryRow> {
    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<CategoryRow> out) {
      try {
        out.collect(codec.decode(record.value()));
      } catch (RuntimeException e) {
        throw new IllegalStateException(
            "Cannot read " + record.topic() + "/" + record.partition() + " at offset " + record.offset() + ": " + e.getMessage(), e);
      }
    }

    @Override
    public TypeInformation<CategoryRow> getProducedType() {
      return RowTypes.CATEGORY_ROW;
    }
  }
}
