package io.twinlane.jobs.bronze;

import io.twinlane.catalog.Source;
import io.twinlane.lake.BronzeRows;
import io.twinlane.normalize.Columns;
import io.twinlane.normalize.RawMessage;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.table.data.RowData;

/** Lays a raw message out as a bronze row: its source's columns as strings, and itself. Counts what passes. */
final class FlattenColumns extends RichMapFunction<RawMessage, RowData> {
  static final String RECORDS = "records";

  private static final long serialVersionUID = 1L;

  private final Source source;
  private final int maxRecordBytes;
  private final LongCounter records = new LongCounter();
  private transient Columns columns;

  FlattenColumns(Source source, int maxRecordBytes) {
    this.source = source;
    this.maxRecordBytes = maxRecordBytes;
  }

  @Override
  public void open(OpenContext context) {
    columns = new Columns(source, maxRecordBytes);
    getRuntimeContext().addAccumulator(RECORDS, records);
  }

  @Override
  public RowData map(RawMessage message) {
    records.add(1L);
    return BronzeRows.row(message, columns.flatten(message));
  }
}
