package io.twinlane.kafka;

import io.twinlane.normalize.RawMessage;
import io.twinlane.types.RowTypes;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of a raw topic as a raw message: the record's time is when the platform got it, the header {@link #RECEIVED} (microseconds UTC
 * as text) when it was received from the source; a record without it was received when the platform got it. No value is an empty message.
 */
public final class RawRecord implements KafkaRecordDeserializationSchema<RawMessage> {
  /** Name of the header that holds the receive time. */
  public static final String RECEIVED = "received";

  private static final byte[] NOTHING = new byte[0];
  private static final long MICROS_PER_MILLI = 1000;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawMessage> out) {
    out.collect(message(record));
  }

  @Override
  public TypeInformation<RawMessage> getProducedType() {
    return RowTypes.RAW_MESSAGE;
  }

  /** The message that a record holds. */
  public static RawMessage message(ConsumerRecord<byte[], byte[]> record) {
    long ingested = record.timestamp() * MICROS_PER_MILLI;
    byte[] body = record.value() == null ? NOTHING : record.value();
    return new RawMessage(origin(record.topic(), record.partition()), record.offset(), received(record, ingested), ingested, body, null);
  }

  /** How rows name a partition as their origin: {@code raw.ib/0}. */
  public static String origin(String topic, int partition) {
    return topic + "/" + partition;
  }

  private static long received(ConsumerRecord<byte[], byte[]> record, long otherwise) {
    Header header = record.headers().lastHeader(RECEIVED);
    if (header == null || header.value() == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII));
    } catch (NumberFormatException e) {
      return otherwise; // somebody else's header of the same name
    }
  }
}
