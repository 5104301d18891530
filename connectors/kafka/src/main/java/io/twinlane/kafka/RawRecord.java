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
 * A record of a raw topic as a raw message, whose origin names the topic's incarnation. The record's time is when the platform got it, the
 * header {@link #RECEIVED} (microseconds UTC as text) when it was received from the source; a record without it was received when the
 * platform got it. No value is an empty message.
 */
public final class RawRecord implements KafkaRecordDeserializationSchema<RawMessage> {
  /** Name of the header that holds the receive time. */
  public static final String RECEIVED = "received";

  private static final long serialVersionUID = 1L;
  private static final byte[] NOTHING = new byte[0];
  private static final long MICROS_PER_MILLI = 1000;
  private static final long A_DAY_MICROS = 86_400_000_000L;

  private final TopicIds ids;
  private transient String topic;
  private transient int partition;
  private transient String origin;

  public RawRecord(TopicIds ids) {
    this.ids = ids;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawMessage> out) {
    out.collect(message(record));
  }

  @Override
  public TypeInformation<RawMessage> getProducedType() {
    return RowTypes.RAW_MESSAGE;
  }

  /** The message that a record holds. */
  public RawMessage message(ConsumerRecord<byte[], byte[]> record) {
    long ingested = record.timestamp() * MICROS_PER_MILLI;
    byte[] body = record.value() == null ? NOTHING : record.value();
    return new RawMessage(origin(record), record.offset(), received(record, ingested), ingested, body, null);
  }

  /** Records come a partition at a time: the text is made when it changes. */
  private String origin(ConsumerRecord<byte[], byte[]> record) {
    if (origin == null || record.partition() != partition || !record.topic().equals(topic)) {
      topic = record.topic();
      partition = record.partition();
      origin = ids.origin(topic, partition);
    }
    return origin;
  }

  private static long received(ConsumerRecord<byte[], byte[]> record, long otherwise) {
    Header header = record.headers().lastHeader(RECEIVED);
    if (header == null || header.value() == null) {
      return otherwise;
    }
    try {
      long received = Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII));
      return received >= 0 && received <= otherwise + A_DAY_MICROS ? received : otherwise; // a clock that is off; recordings have the same range
    } catch (NumberFormatException e) {
      return otherwise; // somebody else's header of the same name
    }
  }
}
