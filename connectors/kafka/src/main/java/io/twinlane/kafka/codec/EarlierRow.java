package io.twinlane.kafka.codec;

import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericRecord;

/** A row as an earlier schema wrote it, field by field by name; what it does not have is null. */
record EarlierRow(GenericRecord record) {
  Object value(String field) {
    return record.hasField(field) ? record.get(field) : null;
  }

  String text(String field) {
    Object value = value(field);
    return value == null ? null : value.toString();
  }

  long number(String field) {
    if (value(field) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException("it has no number " + field);
  }

  byte[] bytes(String field) {
    if (!(value(field) instanceof ByteBuffer buffer)) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
