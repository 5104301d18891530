package io.twinlane.clickhouse;

import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.catalog.derive.TableColumn;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.RowTypes;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Unqualified rows in their table, raw message and all. */
final class UnqualifiedRowFormat implements RowFormat<UnqualifiedRow> {
  private static final long serialVersionUID = 1;

  @Override
  public String table() {
    return ClickHouseTables.UNQUALIFIED;
  }

  @Override
  public List<TableColumn> columns() {
    return ClickHouseTables.unqualifiedColumns();
  }

  @Override
  public void write(UnqualifiedRow row, RowBinaryOutput out) {
    out.writeString(row.sourceSystem());
    writeNullable(row.category(), out);
    out.writeString(row.reason());
    out.writeString(row.explanation());
    writeNullable(row.field(), out);
    writeNullable(row.rawValue(), out);
    out.writeBytes(row.raw());
    out.writeString(row.origin());
    out.writeInt64(row.originOffset());
    out.writeInt64(row.rowIndex());
    out.writeString(row.mappingVersion());
    out.writeInt64(row.receiveTime());
    out.writeInt64(row.ingestTime());
  }

  @Override
  public UnqualifiedRow read(RowBinaryInput in) throws IOException {
    return new UnqualifiedRow(in.readString(), readNullable(in), in.readString(), in.readString(), readNullable(in), readNullable(in),
        in.readBytes(), in.readString(), in.readInt64(), (int) in.readInt64(), in.readString(), in.readInt64(), in.readInt64());
  }

  @Override
  public SimpleVersionedSerializer<List<UnqualifiedRow>> kept() {
    return new RowListSerializer<>(RowTypes.UNQUALIFIED_ROW.createSerializer(null));
  }

  @Override
  public long ingestTime(UnqualifiedRow row) {
    return row.ingestTime();
  }

  @Override
  public long heapBytes(UnqualifiedRow row) {
    return RowBytes.of(row);
  }

  private static void writeNullable(String value, RowBinaryOutput out) {
    out.writeByte(value == null ? 1 : 0);
    if (value != null) {
      out.writeString(value);
    }
  }

  private static String readNullable(RowBinaryInput in) throws IOException {
    return in.readByte() != 0 ? null : in.readString();
  }
}
