package io.twinlane.kafka;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Refuses a record whose offset is not beyond the one before it in its partition. A consumer whose topic was created anew, and is shorter,
 * begins it again from its start; the job must restart and compare the topics' ids before a record of the new one counts as one of the old.
 */
final class NeverBack<T> implements KafkaRecordDeserializationSchema<T> {
  private static final long serialVersionUID = 1L;

  private final KafkaRecordDeserializationSchema<T> records;
  private transient Map<String, long[]> lastByTopic;

  NeverBack(KafkaRecordDeserializationSchema<T> records) {
    this.records = records;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) throws Exception {
    records.open(context);
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) throws IOException {
    long[] last = last(record.topic(), record.partition());
    if (record.offset() <= last[record.partition()]) {
      throw new IllegalStateException("Cannot go on reading " + record.topic() + "/" + record.partition() + ": its offsets went back from "
          + last[record.partition()] + " to " + record.offset() + ", as they do when a topic is created anew");
    }
    last[record.partition()] = record.offset();
    records.deserialize(record, out);
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return records.getProducedType();
  }

  /** By partition, -1 where nothing was read yet. */
  private long[] last(String topic, int partition) {
    if (lastByTopic == null) {
      lastByTopic = new HashMap<>();
    }
    long[] last = lastByTopic.get(topic);
    if (last == null || last.length <= partition) {
      long[] longer = new long[partition + 1];
      Arrays.fill(longer, -1);
      if (last != null) {
        System.arraycopy(last, 0, longer, 0, last.length);
      }
      lastByTopic.put(topic, longer);
      return longer;
    }
    return last;
  }
}
