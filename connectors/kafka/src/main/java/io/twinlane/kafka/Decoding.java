package io.twinlane.kafka;

import java.io.Serializable;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decodes a topic's values. A record that cannot be decoded is counted, and what stands for it is handed on in its place; a schema that is
 * missing here, which is no fault of the record, goes through and ends the job.
 */
final class Decoding<T> implements KafkaRecordDeserializationSchema<T> {
  private static final long serialVersionUID = 1L;

  private final Values<T> values;
  private final Otherwise<T> otherwise;
  private final TypeInformation<T> type;
  private transient UndecodableCount undecodable;

  /** Makes a value of a record's bytes, null included, or throws {@code IllegalArgumentException}. */
  @FunctionalInterface
  interface Values<T> extends Serializable {
    T of(byte[] bytes);
  }

  /** What stands for a record that cannot be decoded; null: nothing. */
  @FunctionalInterface
  interface Otherwise<T> extends Serializable {
    T of(ConsumerRecord<byte[], byte[]> record, IllegalArgumentException why);
  }

  Decoding(Values<T> values, Otherwise<T> otherwise, TypeInformation<T> type) {
    this.values = values;
    this.otherwise = otherwise;
    this.type = type;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    undecodable = new UndecodableCount(context.getMetricGroup());
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) {
    T value;
    try {
      value = values.of(record.value());
    } catch (IllegalArgumentException e) {
      undecodable.add(record, e);
      value = otherwise.of(record, e);
    }
    if (value != null) {
      out.collect(value);
    }
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return type;
  }
}
