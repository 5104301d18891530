package io.twinlane.kafka.codec;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.TechnicalValues;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * Rows that an earlier wire schema wrote: taken over by field name; a field that they did not have is null and MISSING. A value keeps its
 * meaning or is refused: another scale only where it takes every digit, another type or unit never.
 */
final class OlderRows implements Serializable {
  private final Category category;
  private final States states;

  OlderRows(Category category, States states) {
    this.category = category;
    this.states = states;
  }

  CategoryRow read(GenericRecord record) {
    EarlierRow row = new EarlierRow(record);
    int count = category.fields().size();
    Object[] values = new Object[count];
    String[] units = new String[count];
    byte[] codes = new byte[count];
    for (int i = 0; i < count; i++) {
      Field field = category.fields().get(i);
      values[i] = value(row, field);
      units[i] = unit(row, field, values[i]);
      String state = row.text(field.name() + "_state");
      codes[i] = states.code(state == null ? States.MISSING : state);
    }
    return TechnicalValues.read(category.name(), values, units, codes, row.technical());
  }

  private static Object value(EarlierRow row, Field field) {
    Object value = row.value(field.name());
    if (value == null) {
      return null;
    }
    Schema type = present(row.record().getSchema().getField(field.name()).schema());
    if (!typeName(type).equals(typeName(field.dtype()))) {
      throw new IllegalArgumentException(
          field.name() + " was " + typeName(type) + " and is " + field.dtype().text() + ". Give the field a new name instead");
    }
    return switch (field.dtype().kind()) {
      case DECIMAL -> rescaled(WireFields.decimal((ByteBuffer) value, ((LogicalTypes.Decimal) type.getLogicalType()).getScale()), field);
      case STRING -> value.toString();
      default -> value;
    };
  }

  private static BigDecimal rescaled(BigDecimal value, Field field) {
    BigDecimal scaled = value.stripTrailingZeros().scale() <= field.dtype().scale() ? value.setScale(field.dtype().scale()) : null;
    if (scaled == null || scaled.precision() > field.dtype().precision()) {
      throw new IllegalArgumentException(
          field.name() + " is " + value.toPlainString() + ", which " + field.dtype().text() + " cannot hold. Give the field a new name instead");
    }
    return scaled;
  }

  /** A unit that was the same on every row stands in the schema alone: where it varies now, each value has the one of then. */
  private static String unit(EarlierRow row, Field field, Object value) {
    Schema.Field written = row.record().getSchema().getField(field.name());
    if (value == null || written == null) {
      return null;
    }
    String then = written.getProp("unit");
    if (!field.unit().equals(then) && !field.unitVaries()) {
      throw new IllegalArgumentException(
          "the unit of " + field.name() + " was " + then + " and is " + field.unit() + ". Give the field a new name instead");
    }
    if (!field.unitVaries() || Field.NO_UNIT.equals(then)) {
      return null;
    }
    return Field.UNIT_VARIES.equals(then) ? row.text(field.name() + "_unit") : then;
  }

  private static Schema present(Schema schema) {
    return schema.isUnion() ? schema.getTypes().get(1) : schema;
  }

  private static String typeName(Schema type) {
    return type.getLogicalType() != null ? type.getLogicalType().getName() : type.getName();
  }

  private static String typeName(Dtype dtype) {
    return switch (dtype.kind()) {
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case INT64 -> "long";
      case TIMESTAMP -> "timestamp-micros";
      case DECIMAL -> "decimal";
    };
  }
}
