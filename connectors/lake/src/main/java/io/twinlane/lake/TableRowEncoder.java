package io.twinlane.lake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;

/**
 * Lays rows of one kind out as rows of a table of the lake: by the names of the columns that the table has, in its order, for it may have
 * been made by an earlier catalog. A column that rows have nothing for any more stays null. One object serves one thread.
 */
final class TableRowEncoder<T> {
  /** The value of one column, in the planner's own form. */
  interface Cell<T> {
    Object of(T row);
  }

  private final Cell<T>[] cells;

  private TableRowEncoder(Cell<T>[] cells) {
    this.cells = cells;
  }

  /** Throws when the table lacks a column of the rows. */
  @SuppressWarnings("unchecked")
  static <T> TableRowEncoder<T> of(TableLayout table, Map<String, Cell<T>> cells) {
    Map<String, Cell<T>> rest = new LinkedHashMap<>(cells);
    List<Cell<T>> placed = table.columns().stream().map(column -> {
      Cell<T> cell = rest.remove(column);
      return cell == null ? (Cell<T>) row -> null : cell;
    }).toList();
    if (!rest.isEmpty()) {
      throw new IllegalStateException("Cannot write " + table.name() + ": it has no columns " + rest.keySet()
          + ". ./twinlane up and ./twinlane run bring it to the catalog of today");
    }
    return new TableRowEncoder<>(placed.toArray(Cell[]::new));
  }

  RowData row(T from) {
    GenericRowData row = new GenericRowData(cells.length);
    for (int i = 0; i < cells.length; i++) {
      row.setField(i, cells[i].of(from));
    }
    return row;
  }
}
