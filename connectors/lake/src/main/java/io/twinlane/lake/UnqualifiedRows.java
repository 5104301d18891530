package io.twinlane.lake;

import io.twinlane.normalize.UnqualifiedRow;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;

/** Unqualified rows as rows of their silver table. Order of columns: as IcebergSchemas has it. */
public final class UnqualifiedRows {
  private static final int COLUMNS = 15;

  private UnqualifiedRows() {}

  public static RowData row(UnqualifiedRow from) {
    GenericRowData row = new GenericRowData(COLUMNS);
    row.setField(0, StringData.fromString(IngestDate.of(from.ingestTime())));
    row.setField(1, StringData.fromString(from.sourceSystem()));
    row.setField(2, StringData.fromString(from.category()));
    row.setField(3, StringData.fromString(from.reason()));
    row.setField(4, StringData.fromString(from.explanation()));
    row.setField(5, StringData.fromString(from.field()));
    row.setField(6, StringData.fromString(from.rawValue()));
    RawText.write(from.raw(), row, 7, 8);
    row.setField(9, StringData.fromString(from.origin()));
    row.setField(10, from.originOffset());
    row.setField(11, (long) from.rowIndex());
    row.setField(12, StringData.fromString(from.mappingVersion()));
    row.setField(13, Times.of(from.receiveTime()));
    row.setField(14, Times.of(from.ingestTime()));
    return row;
  }
}
