package io.twinlane.lake;

import io.twinlane.lake.TableRowEncoder.Cell;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;

/** Unqualified rows as rows of their silver table. One object serves one thread. */
final class UnqualifiedRowEncoder {
  private final TableRowEncoder<UnqualifiedRow> rows;

  UnqualifiedRowEncoder(TableLayout table) {
    Map<String, Cell<UnqualifiedRow>> cells = new LinkedHashMap<>();
    cells.put("dt", row -> StringData.fromString(IngestDate.of(row.ingestTime())));
    cells.put("source_system", row -> StringData.fromString(row.sourceSystem()));
    cells.put("category", row -> StringData.fromString(row.category()));
    cells.put("reason", row -> StringData.fromString(row.reason()));
    cells.put("explanation", row -> StringData.fromString(row.explanation()));
    cells.put("field", row -> StringData.fromString(row.field()));
    cells.put("raw_value", row -> StringData.fromString(row.rawValue()));
    cells.put("raw", row -> RawText.text(row.raw()));
    cells.put("raw_bytes", row -> RawText.bytes(row.raw()));
    cells.put("origin", row -> StringData.fromString(row.origin()));
    cells.put("origin_offset", row -> row.originOffset());
    cells.put("row_index", row -> (long) row.rowIndex());
    cells.put("mapping_version", row -> StringData.fromString(row.mappingVersion()));
    cells.put("receive_time", row -> Times.of(row.receiveTime()));
    cells.put("ingest_time", row -> Times.of(row.ingestTime()));
    rows = TableRowEncoder.of(table, cells);
  }

  RowData row(UnqualifiedRow from) {
    return rows.row(from);
  }
}
