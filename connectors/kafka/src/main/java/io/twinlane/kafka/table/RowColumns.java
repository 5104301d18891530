package io.twinlane.kafka.table;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RowColumn;
import io.twinlane.normalize.RowLayout;
import io.twinlane.types.PlannerCell;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;

/** Makes the columns that a query asks for out of category rows, and no others. */
final class RowColumns implements MapFunction<CategoryRow, RowData> {
  private final RowLayout layout;
  private final int[] places;
  private transient PlannerCell[] cells;

  /** {@code places} are the wanted columns of the table, counted from 0. */
  RowColumns(Category category, States states, int[] places) {
    this.layout = RowLayout.of(category, states);
    this.places = places;
  }

  @Override
  public RowData map(CategoryRow row) {
    if (cells == null) {
      List<RowColumn> columns = layout.columns();
      cells = Arrays.stream(places).mapToObj(place -> PlannerCell.of(columns.get(place), layout)).toArray(PlannerCell[]::new);
    }
    GenericRowData out = new GenericRowData(cells.length);
    for (int i = 0; i < cells.length; i++) {
      out.setField(i, cells[i].of(row));
    }
    return out;
  }
}
