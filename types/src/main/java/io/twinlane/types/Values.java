package io.twinlane.types;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** The binary form of one field's value: a tag for its kind, then the value; decimals keep every digit and their scale. */
final class Values {
  private static final byte NULL = 0;
  private static final byte STRING = 1;
  private static final byte SMALL_DECIMAL = 2;
  private static final byte LARGE_DECIMAL = 3;
  private static final byte INT64 = 4;
  private static final byte TRUE = 5;
  private static final byte FALSE = 6;

  private Values() {
  }

  static void write(Object value, DataOutputView target) throws IOException {
    if (value == null) {
      target.writeByte(NULL);
    } else if (value instanceof String text) {
      target.writeByte(STRING);
      StringValue.writeString(text, target);
    } else if (value instanceof BigDecimal decimal) {
      writeDecimal(decimal, target);
    } else if (value instanceof Long number) {
      target.writeByte(INT64);
      target.writeLong(number);
    } else if (value instanceof Boolean flag) {
      target.writeByte(flag ? TRUE : FALSE);
    } else {
      throw new IOException("Cannot write a value of " + value.getClass() + ": a row holds String, BigDecimal, Long, Boolean or null");
    }
  }

  static Object read(DataInputView source) throws IOException {
    byte tag = source.readByte();
    return switch (tag) {
      case NULL -> null;
      case STRING -> StringValue.readString(source);
      case SMALL_DECIMAL -> readSmallDecimal(source);
      case LARGE_DECIMAL -> readLargeDecimal(source);
      case INT64 -> source.readLong();
      case TRUE -> Boolean.TRUE;
      case FALSE -> Boolean.FALSE;
      default -> throw new IOException("Cannot read a value: tag " + tag + " is none of 0 to 6");
    };
  }

  private static void writeDecimal(BigDecimal decimal, DataOutputView target) throws IOException {
    BigInteger digits = decimal.unscaledValue();
    int scale = decimal.scale();
    if (digits.bitLength() < Long.SIZE && (byte) scale == scale) {
      target.writeByte(SMALL_DECIMAL);
      target.writeByte(scale);
      target.writeLong(digits.longValue());
    } else {
      target.writeByte(LARGE_DECIMAL);
      target.writeInt(scale);
      RowArrays.writeBytes(digits.toByteArray(), target);
    }
  }

  private static BigDecimal readSmallDecimal(DataInputView source) throws IOException {
    int scale = source.readByte();
    return BigDecimal.valueOf(source.readLong(), scale);
  }

  private static BigDecimal readLargeDecimal(DataInputView source) throws IOException {
    int scale = source.readInt();
    return new BigDecimal(new BigInteger(RowArrays.readBytes(source)), scale);
  }
}
