package io.twinlane.lake;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.Collector;

/** Turns rows of a category's silver table back into category rows, those of a portion alone. */
final class FromSilver extends RichFlatMapFunction<RowData, CategoryRow> {
  private static final long serialVersionUID = 1L;

  private final Category category;
  private final States states;
  private final LakePortion portion;
  private final RowType type;
  private transient SilverReader reader;
  private transient RowData.FieldGetter[] getters;

  FromSilver(Category category, States states, LakePortion portion, RowType type) {
    this.category = category;
    this.states = states;
    this.portion = portion;
    this.type = type;
  }

  @Override
  public void open(OpenContext context) {
    reader = new SilverReader(category, states);
    getters = LakeCells.getters(type);
  }

  @Override
  public void flatMap(RowData from, Collector<CategoryRow> rows) {
    CategoryRow row = reader.row(LakeCells.of(from, getters));
    if (portion.has(row.sourceSystem, row.ingestTime)) {
      rows.collect(row);
    }
  }
}
