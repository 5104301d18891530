package io.twinlane.kafka;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.normalize.CategoryRow;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes every row to its category's topic, keyed by identifier, so that a symbol's rows stay in order. At least once. */
public final class CategorySink {
  private CategorySink() {}

  public static KafkaSink<CategoryRow> of(KafkaConfig kafka, List<Category> categories, States states) {
    HashMap<String, CategoryCodec> codecs = new HashMap<>();
    categories.forEach(category -> codecs.put(category.name(), CategoryCodec.of(category, states)));
    return TopicSink.of(kafka, new Rows(codecs), KafkaConfig.LARGE_BUFFER);
  }

  /** The record of a row, as every writer of category topics makes it. */
  public static ProducerRecord<byte[], byte[]> record(CategoryCodec codec, CategoryRow row) {
    String identifier = (String) row.values[codec.category().identifierIndex()];
    return new ProducerRecord<>(
        KafkaTopics.categoryTopic(row.category), identifier.getBytes(StandardCharsets.UTF_8), codec.encode(row));
  }

  private record Rows(HashMap<String, CategoryCodec> codecs) implements KafkaRecordSerializationSchema<CategoryRow> {
    @Override
    public ProducerRecord<byte[], byte[]> serialize(CategoryRow row, KafkaSinkContext context, Long timestamp) {
      CategoryCodec codec = codecs.get(row.category);
      if (codec == null) {
        throw new IllegalArgumentException("Cannot write a row of " + row.category + ": this sink has " + Map.copyOf(codecs).keySet());
      }
      return record(codec, row);
    }
  }
}
