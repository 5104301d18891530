package io.twinlane.lake;

import io.twinlane.normalize.UnqualifiedRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.Collector;

/** Turns rows of an unqualified table back into unqualified rows, those of a portion alone. */
final class FromUnqualified extends RichFlatMapFunction<RowData, UnqualifiedRow> {
  private static final long serialVersionUID = 1L;

  private final LakePortion portion;
  private final RowType type;
  private transient RowData.FieldGetter[] getters;

  FromUnqualified(LakePortion portion, RowType type) {
    this.portion = portion;
    this.type = type;
  }

  @Override
  public void open(OpenContext context) {
    getters = LakeCells.getters(type);
  }

  @Override
  public void flatMap(RowData from, Collector<UnqualifiedRow> rows) {
    UnqualifiedRow row = UnqualifiedReader.row(LakeCells.of(from, getters));
    if (portion.has(row.sourceSystem(), row.ingestTime())) {
      rows.collect(row);
    }
  }
}
