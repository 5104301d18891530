package io.twinlane.kafka;

import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The unqualified row that stands for a record which cannot be decoded: its bytes, and its place in the topic as its origin. */
final class UndecodableRecord {
  /** What is kept of a longer record; the whole of it is in the topic. */
  static final int MOST_BYTES = 1 << 20;
  private static final long MICROS_PER_MILLI = 1000;

  private UndecodableRecord() {}

  /**
   * The row; a repeat of the record gives the same.
   *
   * @param category null where the topic is none of a category
   */
  static UnqualifiedRow row(ConsumerRecord<byte[], byte[]> record, TopicIds ids, String source, String category, RuntimeException why) {
    byte[] bytes = record.value() == null ? new byte[0] : record.value();
    String cut = bytes.length > MOST_BYTES ? " (of its " + bytes.length + " bytes the first " + MOST_BYTES + " are kept here)" : "";
    long time = record.timestamp() * MICROS_PER_MILLI;
    return new UnqualifiedRow(source, category, Reasons.UNDECODABLE, why.getMessage() + cut, null, null,
        bytes.length > MOST_BYTES ? Arrays.copyOf(bytes, MOST_BYTES) : bytes, ids.origin(record.topic(), record.partition()),
        record.offset(), 0, "", time, time);
  }

  /** A record's place for people: {@code category.market_tick/0 at offset 7}. */
  static String place(ConsumerRecord<?, ?> record) {
    return record.topic() + "/" + record.partition() + " at offset " + record.offset();
  }
}
