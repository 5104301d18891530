package io.twinlane.kafka.codec;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.TechnicalValues;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

/** The body of a row in the order of the wire schema. */
final class WireFields implements Serializable {
  private final String category;
  private final Field[] fields;
  private final int stateCount;

  WireFields(Category category, States states) {
    this.category = category.name();
    this.fields = category.fields().toArray(Field[]::new);
    this.stateCount = states.list().size();
  }

  void write(CategoryRow row, BinaryEncoder encoder) throws IOException {
    for (int i = 0; i < fields.length; i++) {
      writeValue(fields[i], row.values[i], encoder);
      if (fields[i].unitVaries()) {
        Cells.writeOptionalText(row.units[i], encoder);
      }
      encoder.writeEnum(checkedState(fields[i], row.states[i]));
    }
    TechnicalValues.write(row, new TechnicalOutput(encoder));
  }

  CategoryRow read(BinaryDecoder decoder) throws IOException {
    Object[] values = new Object[fields.length];
    String[] units = new String[fields.length];
    byte[] states = new byte[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = readValue(fields[i], decoder);
      if (fields[i].unitVaries()) {
        units[i] = Cells.readOptionalText(decoder);
      }
      states[i] = (byte) decoder.readEnum();
    }
    return TechnicalValues.read(category, values, units, states, new TechnicalInput(decoder));
  }

  private record TechnicalOutput(BinaryEncoder encoder) implements TechnicalValues.Output<IOException> {
    @Override
    public void text(String value) throws IOException {
      encoder.writeString(value);
    }

    @Override
    public void number(long value) throws IOException {
      encoder.writeLong(value);
    }
  }

  private record TechnicalInput(BinaryDecoder decoder) implements TechnicalValues.Input<IOException> {
    @Override
    public String text() throws IOException {
      return decoder.readString();
    }

    @Override
    public long number() throws IOException {
      return decoder.readLong();
    }
  }

  private void writeValue(Field field, Object value, BinaryEncoder encoder) throws IOException {
    if (value == null && field.required()) {
      throw new IllegalArgumentException("Cannot write a row of " + category + ": " + field.name() + " is required and null");
    }
    if (!field.required()) {
      encoder.writeIndex(value == null ? 0 : 1);
    }
    if (value != null) {
      writePresent(field.dtype(), value, encoder);
    }
  }

  private static void writePresent(Dtype dtype, Object value, BinaryEncoder encoder) throws IOException {
    switch (dtype.kind()) {
      case STRING -> encoder.writeString((String) value);
      case BOOLEAN -> encoder.writeBoolean((Boolean) value);
      case INT64, TIMESTAMP -> encoder.writeLong((Long) value);
      case DECIMAL -> encoder.writeBytes(digits(dtype, (BigDecimal) value));
    }
  }

  /** Unscaled digits; a value is never rounded on the way out. */
  private static byte[] digits(Dtype dtype, BigDecimal value) {
    BigDecimal scaled = value.scale() == dtype.scale() ? value : value.setScale(dtype.scale(), RoundingMode.UNNECESSARY);
    return scaled.unscaledValue().toByteArray();
  }

  private static Object readValue(Field field, BinaryDecoder decoder) throws IOException {
    if (!field.required() && decoder.readIndex() == 0) {
      return null;
    }
    return switch (field.dtype().kind()) {
      case STRING -> decoder.readString();
      case BOOLEAN -> decoder.readBoolean();
      case INT64, TIMESTAMP -> decoder.readLong();
      case DECIMAL -> decimal(decoder.readBytes(null), field.dtype().scale());
    };
  }

  static BigDecimal decimal(ByteBuffer bytes, int scale) {
    byte[] digits = new byte[bytes.remaining()];
    bytes.get(digits);
    return new BigDecimal(new BigInteger(digits), scale);
  }

  private int checkedState(Field field, byte state) {
    if (state < 0 || state >= stateCount) {
      throw new IllegalArgumentException("Cannot write a row of " + category + ": " + field.name() + " has state code " + state
          + ", and codes are 0 to " + (stateCount - 1));
    }
    return state;
  }
}
