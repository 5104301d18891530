package io.twinlane.kafka.codec;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import java.io.IOException;
import java.io.Serializable;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;

/** Rows that an earlier wire schema wrote: taken over by field name; a field that they did not have is null and MISSING. */
final class OlderRows implements Serializable {
  private final Category category;
  private final States states;
  private final Schema writer;

  OlderRows(Category category, States states, Schema writer) {
    this.category = category;
    this.states = states;
    this.writer = writer;
  }

  CategoryRow read(BinaryDecoder decoder) throws IOException {
    GenericRecord record = new GenericDatumReader<GenericRecord>(writer).read(null, decoder);
    int count = category.fields().size();
    Object[] values = new Object[count];
    String[] units = new String[count];
    byte[] codes = new byte[count];
    for (int i = 0; i < count; i++) {
      Field field = category.fields().get(i);
      values[i] = value(record, field);
      units[i] = field.unitVaries() ? text(record, field.name() + "_unit") : null;
      String state = text(record, field.name() + "_state");
      codes[i] = states.code(state == null ? States.MISSING : state);
    }
    return new CategoryRow(
        category.name(), values, units, codes, text(record, "source_system"), text(record, "origin"), (Long) record.get("origin_offset"),
        ((Long) record.get("row_index")).intValue(), text(record, "mapping_version"), (Long) record.get("ingest_time"));
  }

  private Object value(GenericRecord record, Field field) {
    Object value = record.hasField(field.name()) ? record.get(field.name()) : null;
    if (value == null) {
      return null;
    }
    if (field.dtype().kind() == Dtype.Kind.DECIMAL) {
      return WireFields.decimal((ByteBuffer) value, scale(field.name())).setScale(field.dtype().scale(), RoundingMode.UNNECESSARY);
    }
    return field.dtype().kind() == Dtype.Kind.STRING ? value.toString() : value;
  }

  private int scale(String field) {
    Schema schema = writer.getField(field).schema();
    Schema present = schema.isUnion() ? schema.getTypes().get(1) : schema;
    return ((LogicalTypes.Decimal) LogicalTypes.fromSchema(present)).getScale();
  }

  private static String text(GenericRecord record, String field) {
    return record.hasField(field) && record.get(field) != null ? record.get(field).toString() : null;
  }
}
