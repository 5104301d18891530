package io.twinlane.kafka.codec;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.normalize.RowInput;
import io.twinlane.normalize.TechnicalByName;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * A row that an earlier wire schema wrote: taken over by the names of columns; a field that it does not have is null and MISSING. A value
 * keeps its meaning or is refused: another scale only where it takes every digit, another type or unit never.
 */
final class OlderRow implements RowInput<RuntimeException> {
  private final EarlierRow row;
  private final States states;
  private final TechnicalByName technical;

  OlderRow(EarlierRow row, States states) {
    this.row = row;
    this.states = states;
    this.technical = new TechnicalByName(row::value);
  }

  @Override
  public Object value(Field field) {
    return value(row, field);
  }

  @Override
  public String unit(Field field) {
    return unit(row, field);
  }

  @Override
  public byte state(Field field) {
    String state = row.text(field.name() + "_state");
    return states.code(state == null ? States.MISSING : state);
  }

  @Override
  public String text() {
    return technical.text();
  }

  @Override
  public long number() {
    return technical.number();
  }

  private static Object value(EarlierRow row, Field field) {
    Object value = row.value(field.name());
    if (value == null) {
      return null;
    }
    Schema type = present(row.record().getSchema().getField(field.name()).schema());
    String then = row.record().getSchema().getField(field.name()).getProp("unit");
    if (!field.unitVaries() && !field.unit().equals(then)) {
      throw new IllegalArgumentException(
          "the unit of " + field.name() + " was " + then + " and is " + field.unit() + ". Give the field a new name instead");
    }
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
  private static String unit(EarlierRow row, Field field) {
    Schema.Field written = row.record().getSchema().getField(field.name());
    if (written == null || row.value(field.name()) == null) {
      return null;
    }
    String then = written.getProp("unit");
    if (Field.NO_UNIT.equals(then)) {
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
