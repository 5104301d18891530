package io.twinlane.lake;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.function.IntFunction;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.iceberg.data.Record;

/**
 * The cells of a row of the lake by their places, whoever has read it, Iceberg or Flink: texts, longs, booleans, decimals, bytes, and
 * times as microseconds since 1970.
 */
final class LakeCells {
  private LakeCells() {}

  static IntFunction<Object> of(Record record) {
    return place -> plain(record.get(place));
  }

  /** @param getters as {@link #getters} has made them for the rows' type */
  static IntFunction<Object> of(RowData row, RowData.FieldGetter[] getters) {
    return place -> plain(getters[place].getFieldOrNull(row));
  }

  static RowData.FieldGetter[] getters(RowType type) {
    RowData.FieldGetter[] getters = new RowData.FieldGetter[type.getFieldCount()];
    for (int i = 0; i < getters.length; i++) {
      getters[i] = RowData.createFieldGetter(type.getTypeAt(i), i);
    }
    return getters;
  }

  private static Object plain(Object cell) {
    if (cell instanceof OffsetDateTime time) {
      return Times.micros(time.toInstant());
    }
    if (cell instanceof TimestampData time) {
      return Times.micros(time);
    }
    if (cell instanceof StringData text) {
      return text.toString();
    }
    if (cell instanceof DecimalData number) {
      return number.toBigDecimal();
    }
    return cell instanceof ByteBuffer buffer ? bytes(buffer) : cell;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
