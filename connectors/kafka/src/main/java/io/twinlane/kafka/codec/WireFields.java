package io.twinlane.kafka.codec;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.normalize.RowInput;
import io.twinlane.normalize.RowOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

/** How each column of a row is written in Avro's binary form, and read. */
final class WireFields {
  private WireFields() {}

  /** Writes what it is given. */
  record Output(BinaryEncoder encoder) implements RowOutput<IOException> {
    @Override
    public void value(Field field, Object value) throws IOException {
      if (!field.required()) {
        encoder.writeIndex(value == null ? 0 : 1);
      }
      if (value != null) {
        writePresent(field.dtype(), value, encoder);
      }
    }

    @Override
    public void unit(Field field, String unit) throws IOException {
      AvroValues.writeOptionalText(unit, encoder);
    }

    @Override
    public void state(Field field, byte code) throws IOException {
      encoder.writeEnum(code);
    }

    @Override
    public void text(String value) throws IOException {
      encoder.writeString(value);
    }

    @Override
    public void number(long value) throws IOException {
      encoder.writeLong(value);
    }
  }

  /** Reads what {@link Output} wrote, where there are so many states; what it cannot have written is refused. */
  record Input(BinaryDecoder decoder, int states) implements RowInput<IOException> {
    @Override
    public Object value(Field field) throws IOException {
      return field.required() || AvroValues.present(decoder) ? readPresent(field, decoder) : null;
    }

    @Override
    public String unit(Field field) throws IOException {
      return AvroValues.readOptionalText(decoder);
    }

    @Override
    public byte state(Field field) throws IOException {
      int code = decoder.readEnum();
      if (code < 0 || code >= states) {
        throw new IllegalArgumentException(field.name() + " has state code " + code + ", and codes are 0 to " + (states - 1));
      }
      return (byte) code;
    }

    @Override
    public String text() throws IOException {
      return AvroValues.text(decoder);
    }

    @Override
    public long number() throws IOException {
      return decoder.readLong();
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

  private static Object readPresent(Field field, BinaryDecoder decoder) throws IOException {
    return switch (field.dtype().kind()) {
      case STRING -> AvroValues.text(decoder);
      case BOOLEAN -> decoder.readBoolean();
      case INT64, TIMESTAMP -> decoder.readLong();
      case DECIMAL -> checked(field, new BigDecimal(new BigInteger(AvroValues.bytes(decoder)), field.dtype().scale()));
    };
  }

  private static BigDecimal checked(Field field, BigDecimal value) {
    if (value.precision() > field.dtype().precision()) {
      throw new IllegalArgumentException(field.name() + " has " + value.precision() + " digits, more than " + field.dtype().text() + " holds");
    }
    return value;
  }

  static BigDecimal decimal(ByteBuffer bytes, int scale) {
    byte[] digits = new byte[bytes.remaining()];
    bytes.get(digits);
    return new BigDecimal(new BigInteger(digits), scale);
  }
}
