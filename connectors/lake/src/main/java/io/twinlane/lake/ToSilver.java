package io.twinlane.lake;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.table.data.RowData;

/** Lays category rows out as rows of their silver table. */
public final class ToSilver extends RichMapFunction<CategoryRow, RowData> {
  private static final long serialVersionUID = 1L;

  private final Category category;
  private final States states;
  private final TableLayout table;
  private transient SilverRowEncoder rows;

  public ToSilver(Category category, States states, LakeTable table) {
    this.category = category;
    this.states = states;
    this.table = table.layout();
  }

  @Override
  public void open(OpenContext context) {
    rows = new SilverRowEncoder(category, states, table);
  }

  @Override
  public RowData map(CategoryRow row) {
    return rows.row(row);
  }
}
