package io.twinlane.lake;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.lake.TableRowEncoder.Cell;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RowColumn;
import io.twinlane.normalize.RowLayout;
import io.twinlane.types.PlannerCell;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;

/** Category rows as rows of their silver table. One object serves one thread. */
public final class SilverRowEncoder {
  private final TableRowEncoder<CategoryRow> rows;

  public SilverRowEncoder(Category category, States states, TableLayout table) {
    RowLayout layout = RowLayout.of(category, states);
    Map<String, Cell<CategoryRow>> cells = new LinkedHashMap<>();
    cells.put("dt", row -> StringData.fromString(IngestDate.of(row.ingestTime)));
    for (RowColumn column : layout.columns()) {
      PlannerCell cell = PlannerCell.of(column, layout);
      cells.put(column.name(), cell::of);
    }
    rows = TableRowEncoder.of(table, cells);
  }

  public RowData row(CategoryRow from) {
    return rows.row(from);
  }
}
