package io.twinlane.lake;

import io.twinlane.catalog.Column;
import io.twinlane.catalog.Source;
import io.twinlane.lake.TableRowEncoder.Cell;
import io.twinlane.normalize.RawMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;

/** A raw message with its columns as a row of its source's bronze table, and back. One object serves one thread. */
public final class BronzeRowCodec {
  /** The columns that {@link #message} reads, in its order. */
  public static final List<String> MESSAGE_COLUMNS =
      List.of("origin", "origin_offset", "receive_time", "ingest_time", "raw", "raw_bytes", "header");

  private record Flattened(RawMessage message, String[] columns) {}

  private final TableRowEncoder<Flattened> rows;

  public BronzeRowCodec(Source source, TableLayout table) {
    Map<String, Cell<Flattened>> cells = new LinkedHashMap<>();
    cells.put("dt", row -> StringData.fromString(IngestDate.of(row.message.ingestTime())));
    cells.put("origin", row -> StringData.fromString(row.message.origin()));
    cells.put("origin_offset", row -> row.message.originOffset());
    cells.put("receive_time", row -> Times.of(row.message.receiveTime()));
    cells.put("ingest_time", row -> Times.of(row.message.ingestTime()));
    List<Column> columns = source.columns();
    for (int i = 0; i < columns.size(); i++) {
      int place = i;
      cells.put(columns.get(i).name(), row -> StringData.fromString(row.columns[place]));
    }
    cells.put("raw", row -> RawText.text(row.message.body()));
    cells.put("raw_bytes", row -> RawText.bytes(row.message.body()));
    cells.put("header", row -> StringData.fromString(row.message.header()));
    rows = TableRowEncoder.of(table, cells);
  }

  /** {@code columns} holds the declared columns' texts in order, null where the record has none. */
  public RowData row(RawMessage message, String[] columns) {
    return rows.row(new Flattened(message, columns));
  }

  /** The raw message of a row that holds {@link #MESSAGE_COLUMNS}, byte for byte. */
  public static RawMessage message(RowData row) {
    return new RawMessage(
        row.getString(0).toString(), row.getLong(1), Times.micros(row.getTimestamp(2, 6)), Times.micros(row.getTimestamp(3, 6)),
        RawText.read(row, 4, 5), row.isNullAt(6) ? null : row.getString(6).toString());
  }
}
