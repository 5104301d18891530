package io.twinlane.lake;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Turns rows of a category's silver table back into category rows: what was written comes back equal. */
final class SilverReader {
  private final Category category;
  private final States states;

  SilverReader(Category category, States states) {
    this.category = category;
    this.states = states;
  }

  /** The columns that {@link #row} reads, in its order: what is the same in every row is left out. */
  static List<String> columns(Category category) {
    List<String> columns = new ArrayList<>(
        List.of("source_system", "origin", "origin_offset", "row_index", "mapping_version", "ingest_time"));
    for (Field field : category.fields()) {
      columns.add(field.name());
      columns.add(field.name() + "_state");
      if (field.unitVaries()) {
        columns.add(field.name() + "_unit");
      }
    }
    return columns;
  }

  /** The row whose cells, as {@link LakeCells} has them, stand at these places. */
  CategoryRow row(IntFunction<Object> cells) {
    int size = category.fields().size();
    Object[] values = new Object[size];
    String[] units = new String[size];
    byte[] codes = new byte[size];
    int place = 6;
    for (int i = 0; i < size; i++) {
      values[i] = cells.apply(place++);
      String state = (String) cells.apply(place++);
      codes[i] = states.code(state == null ? States.MISSING : state); // a row from before the field was there
      if (category.fields().get(i).unitVaries()) {
        units[i] = (String) cells.apply(place++);
      }
    }
    return new CategoryRow(category.name(), values, units, codes, (String) cells.apply(0), (String) cells.apply(1), (long) cells.apply(2),
        Math.toIntExact((long) cells.apply(3)), (String) cells.apply(4), (long) cells.apply(5));
  }
}
