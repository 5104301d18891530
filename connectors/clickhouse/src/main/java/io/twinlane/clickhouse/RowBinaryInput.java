package io.twinlane.clickhouse;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.derive.TableColumn;
import io.twinlane.normalize.RowInput;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Values of ClickHouse's RowBinary format, read one after another. */
final class RowBinaryInput implements RowInput<IOException> {
  private final DataInputStream in;

  RowBinaryInput(InputStream in) {
    this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
  }

  /** Names and types of the columns, as RowBinaryWithNamesAndTypes begins. */
  List<TableColumn> readHead() throws IOException {
    int count = readLength();
    List<String> texts = new ArrayList<>(2 * count);
    for (int i = 0; i < 2 * count; i++) {
      texts.add(readString());
    }
    return IntStream.range(0, count).mapToObj(i -> new TableColumn(texts.get(i), texts.get(count + i))).toList();
  }

  /** Whether no row follows. */
  boolean ended() throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      return true;
    }
    in.reset();
    return false;
  }

  byte readByte() throws IOException {
    return in.readByte();
  }

  long readInt64() throws IOException {
    return Long.reverseBytes(in.readLong());
  }

  @Override
  public Object value(Field field) throws IOException {
    return !field.required() && readByte() != 0 ? null : readPresent(field.dtype());
  }

  @Override
  public String unit(Field field) throws IOException {
    String unit = readString();
    return unit.isEmpty() ? null : unit;
  }

  @Override
  public byte state(Field field) throws IOException {
    return readByte();
  }

  @Override
  public String text() throws IOException {
    return readString();
  }

  @Override
  public long number() throws IOException {
    return readInt64();
  }

  private Object readPresent(Dtype dtype) throws IOException {
    return switch (dtype.kind()) {
      case STRING -> readString();
      case TIMESTAMP, INT64 -> readInt64();
      case BOOLEAN -> readByte() != 0;
      case DECIMAL -> readDecimal(dtype.precision(), dtype.scale());
    };
  }

  String readString() throws IOException {
    return new String(readBytes(), StandardCharsets.UTF_8);
  }

  byte[] readBytes() throws IOException {
    byte[] value = new byte[readLength()];
    in.readFully(value);
    return value;
  }

  BigDecimal readDecimal(int precision, int scale) throws IOException {
    if (precision <= 9) {
      return BigDecimal.valueOf(Integer.reverseBytes(in.readInt()), scale);
    }
    long low = readInt64();
    if (precision <= 18) {
      return BigDecimal.valueOf(low, scale);
    }
    long high = readInt64();
    return high == low >> 63 ? BigDecimal.valueOf(low, scale) : new BigDecimal(wide(high, low), scale);
  }

  private static BigInteger wide(long high, long low) {
    return new BigInteger(ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array());
  }

  private int readLength() throws IOException {
    int length = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.readUnsignedByte();
      length |= (next & 0x7f) << shift;
      if (next < 0x80) {
        return length;
      }
    }
  }
}
