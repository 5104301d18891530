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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Rows in ClickHouse's RowBinary format, in memory. It is our own because the client's writer cuts decimals that do not fit their scale,
 * and ClickHouse does not check them either: here a value that does not fit is an error. It lies in pieces, so that it takes no more memory
 * than it has bytes, and gives them back when it is cut.
 */
final class RowBinaryOutput implements RowOutput<RuntimeException> {
  private static final int FIRST_PIECE = 1 << 16;
  private static final int PIECE = 1 << 20;

  /** What is full, or nearly: a number is never cut in two. */
  private final Deque<ByteBuffer> full = new ArrayDeque<>();
  private int fullBytes;
  private ByteBuffer piece = piece(FIRST_PIECE);

  int size() {
    return fullBytes + piece.position();
  }

  /** Forgets what was written after a size: half of a row that turned out not to fit. */
  void cutTo(int size) {
    while (size < fullBytes) {
      piece = full.removeLast();
      fullBytes -= piece.position();
    }
    piece.position(size - fullBytes);
  }

  @SuppressWarnings("ByteBufferBackingArray") // every piece is allocated here, from its array's first byte on
  void writeTo(OutputStream out) throws IOException {
    for (ByteBuffer each : full) {
      out.write(each.array(), 0, each.position());
    }
    out.write(piece.array(), 0, piece.position());
  }

  /** Names and types of the columns, as RowBinaryWithNamesAndTypes begins. */
  void writeHead(List<TableColumn> columns) {
    writeLength(columns.size());
    columns.forEach(column -> writeString(column.name()));
    columns.forEach(column -> writeString(column.type()));
  }

  void writeByte(int value) {
    room(1);
    piece.put((byte) value);
  }

  void writeInt64(long value) {
    room(Long.BYTES);
    piece.putLong(value);
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
    for (int written = 0; written < value.length; ) {
      room(1);
      int part = Math.min(piece.remaining(), value.length - written);
      piece.put(value, written, part);
      written += part;
    }
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
      piece.putInt(unscaled.intValue());
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
    if (piece.remaining() < more) {
      full.addLast(piece);
      fullBytes = Math.addExact(fullBytes, piece.position());
      piece = piece(PIECE);
    }
  }

  private static ByteBuffer piece(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
