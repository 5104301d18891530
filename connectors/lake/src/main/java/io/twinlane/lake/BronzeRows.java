package io.twinlane.lake;

import io.twinlane.normalize.RawMessage;
import java.util.List;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;

/** A raw message with its columns as a row of its source's bronze table, and back. Order of columns: as IcebergSchemas has it. */
public final class BronzeRows {
  /** The columns that {@link #message} reads, in its order. */
  public static final List<String> MESSAGE_COLUMNS =
      List.of("origin", "origin_offset", "receive_time", "ingest_time", "raw", "raw_bytes", "header");

  private static final int FIRST_COLUMN = 5;
  private static final int AFTER_COLUMNS = 3;

  private BronzeRows() {}

  /** {@code columns} holds the declared columns' texts in order, null where the record has none. */
  public static RowData row(RawMessage message, String[] columns) {
    GenericRowData row = new GenericRowData(FIRST_COLUMN + columns.length + AFTER_COLUMNS);
    row.setField(0, StringData.fromString(IngestDate.of(message.ingestTime())));
    row.setField(1, StringData.fromString(message.origin()));
    row.setField(2, message.originOffset());
    row.setField(3, Times.of(message.receiveTime()));
    row.setField(4, Times.of(message.ingestTime()));
    for (int i = 0; i < columns.length; i++) {
      row.setField(FIRST_COLUMN + i, StringData.fromString(columns[i]));
    }
    int raw = FIRST_COLUMN + columns.length;
    RawText.write(message.body(), row, raw, raw + 1);
    row.setField(raw + 2, StringData.fromString(message.header()));
    return row;
  }

  /** The raw message of a row that holds {@link #MESSAGE_COLUMNS}, byte for byte. */
  public static RawMessage message(RowData row) {
    return new RawMessage(
        row.getString(0).toString(), row.getLong(1), Times.micros(row.getTimestamp(2, 6)), Times.micros(row.getTimestamp(3, 6)),
        RawText.read(row, 4, 5), row.isNullAt(6) ? null : row.getString(6).toString());
  }
}
