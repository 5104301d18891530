package io.twinlane.lake;

import io.twinlane.normalize.RawMessage;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.LogicalTypes;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** The Avro record of an archived message: the body exactly as received, and what names it for good. */
final class ArchiveSchema {
  static final Schema SCHEMA = SchemaBuilder.record("RawMessage").namespace("io.twinlane.archive").fields()
      .name("origin").type(text()).noDefault()
      .name("origin_offset").type().longType().noDefault()
      .name("receive_time").type(micros()).noDefault()
      .name("ingest_time").type(micros()).noDefault()
      .name("body").type().bytesType().noDefault()
      .endRecord();

  private ArchiveSchema() {}

  static GenericRecord write(RawMessage message) {
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put(0, message.origin());
    record.put(1, message.originOffset());
    record.put(2, message.receiveTime());
    record.put(3, message.ingestTime());
    record.put(4, ByteBuffer.wrap(message.body()));
    return record;
  }

  static RawMessage read(GenericRecord record) {
    ByteBuffer buffer = (ByteBuffer) record.get(4);
    byte[] body = new byte[buffer.remaining()];
    buffer.get(body);
    return new RawMessage(record.get(0).toString(), (long) record.get(1), (long) record.get(2), (long) record.get(3), body, null);
  }

  private static Schema text() {
    return SchemaBuilder.builder().stringType();
  }

  private static Schema micros() {
    return LogicalTypes.timestampMicros().addToSchema(SchemaBuilder.builder().longType());
  }
}
