package io.twinlane.lake;

import io.twinlane.normalize.UnqualifiedRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.table.data.RowData;

/** Lays unqualified rows out as rows of their silver table. */
public final class ToUnqualified extends RichMapFunction<UnqualifiedRow, RowData> {
  private static final long serialVersionUID = 1L;

  private final TableLayout table;
  private transient UnqualifiedRowEncoder rows;

  public ToUnqualified(LakeTable table) {
    this.table = table.layout();
  }

  @Override
  public void open(OpenContext context) {
    rows = new UnqualifiedRowEncoder(table);
  }

  @Override
  public RowData map(UnqualifiedRow row) {
    return rows.row(row);
  }
}
