package io.twinlane.clickhouse;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.derive.TableColumn;
import io.twinlane.normalize.RowOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in ClickHouse's RowBinary format, in memory. It is our own because the client's writer cuts decimals that do not fit their scale,
 * and ClickHouse does not check them either: here a value that does not fit is an error.
 */
final class RowBinaryOutput implements RowOutput<RuntimeException> {
  private byte[] bytes = new byte[1 << 16];
  private ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

  int size() {
    return view.position();
  }

  /** Forgets what was written after a size: half of a row that turned out not to fit. */
  void cutTo(int size) {
    view.position(size);
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size());
  }

  /** Names and types of the columns, as RowBinaryWithNamesAndTypes begins. */
  void writeHead(List<TableColumn> columns) {
    writeLength(columns.size());
    columns.forEach(column -> writeString(column.name()));
    columns.forEach(column -> writeString(column.type()));
  }

  boolean equalTo(RowBinaryOutput other) {
    return Arrays.equals(bytes, 0, size(), other.bytes, 0, other.size());
  }

  void writeByte(int value) {
    room(1);
    view.put((byte) value);
  }

  void writeInt64(long value) {
    room(Long.BYTES);
    view.putLong(value);
  }

  @Override
  public void value(Field field, Object value) {
    if (!field.required()) {
      writeByte(value == null ? 1 : 0);
    }
    if (value != null) {
      writePresent(field, value);
    }
  }

  @Override
  public void unit(Field field, String unit) {
    writeString(unit == null ? "" : unit);
  }

  @Override
  public void state(Field field, byte code) {
    writeByte(code);
  }

  @Override
  public void text(String value) {
    writeString(value);
  }

  @Override
  public void number(long value) {
    writeInt64(value);
  }

  void writeString(String value) {
    writeBytes(value.getBytes(StandardCharsets.UTF_8));
  }

  void writeBytes(byte[] value) {
    writeLength(value.length);
    room(value.length);
    view.put(value);
  }

  /** Exactly the value, at the width that ClickHouse gives a decimal of this precision; throws when it has too many digits. */
  void writeDecimal(BigDecimal value, int precision, int scale) {
    BigDecimal scaled = value.setScale(scale);
    if (scaled.precision() > precision) {
      throw new ArithmeticException(value.toPlainString() + " has more digits than decimal(" + precision + "," + scale + ") holds");
    }
    BigInteger unscaled = scaled.unscaledValue();
    if (precision <= 9) {
      room(Integer.BYTES);
      view.putInt(unscaled.intValue());
    } else if (precision <= 18) {
      writeInt64(unscaled.longValue());
    } else {
      writeInt64(unscaled.longValue());
      writeInt64(unscaled.bitLength() < Long.SIZE ? unscaled.signum() >> 1 : unscaled.shiftRight(Long.SIZE).longValue());
    }
  }

  private void writePresent(Field field, Object value) {
    Dtype dtype = field.dtype();
    try {
      switch (dtype.kind()) {
        case STRING -> writeString((String) value);
        case TIMESTAMP, INT64 -> writeInt64((Long) value);
        case BOOLEAN -> writeByte((Boolean) value ? 1 : 0);
        case DECIMAL -> writeDecimal((BigDecimal) value, dtype.precision(), dtype.scale());
      }
    } catch (ArithmeticException | ClassCastException e) {
      throw new IllegalArgumentException(field.name() + " is no " + dtype.text() + ": " + e.getMessage(), e);
    }
  }

  private void writeLength(int length) {
    int rest = length;
    while (rest >= 0x80) {
      writeByte(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    writeByte(rest);
  }

  private void room(int more) {
    if (view.remaining() < more) {
      int size = view.position();
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
      view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      view.position(size);
    }
  }
}
