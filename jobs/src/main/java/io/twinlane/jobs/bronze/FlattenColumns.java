package io.twinlane.jobs.bronze;

import io.twinlane.catalog.Source;
import io.twinlane.lake.BronzeRowCodec;
import io.twinlane.lake.TableLayout;
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
  private final TableLayout table;
  private final LongCounter records = new LongCounter();
  private transient Columns columns;
  private transient BronzeRowCodec rows;

  FlattenColumns(Source source, int maxRecordBytes, TableLayout table) {
    this.source = source;
    this.maxRecordBytes = maxRecordBytes;
    this.table = table;
  }

  @Override
  public void open(OpenContext context) {
    columns = new Columns(source, maxRecordBytes);
    rows = new BronzeRowCodec(source, table);
    getRuntimeContext().addAccumulator(RECORDS, records);
  }

  @Override
  public RowData map(RawMessage message) {
    records.add(1L);
    return rows.row(message, columns.flatten(message));
  }
}
