package io.twinlane.lake;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.catalog.TechnicalColumn;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.TechnicalValues;
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
    List<String> columns = new ArrayList<>(TechnicalColumn.ALL.stream().map(TechnicalColumn::name).toList());
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
    int place = TechnicalColumn.ALL.size();
    for (int i = 0; i < size; i++) {
      values[i] = cells.apply(place++);
      String state = (String) cells.apply(place++);
      codes[i] = states.code(state == null ? States.MISSING : state); // a row from before the field was there
      if (category.fields().get(i).unitVaries()) {
        units[i] = (String) cells.apply(place++);
      }
    }
    return TechnicalValues.read(category.name(), values, units, codes, new Cells(cells));
  }

  /** The first cells, one after another. */
  private static final class Cells implements TechnicalValues.Input<RuntimeException> {
    private final IntFunction<Object> cells;
    private int place;

    Cells(IntFunction<Object> cells) {
      this.cells = cells;
    }

    @Override
    public String text() {
      return (String) cells.apply(place++);
    }

    @Override
    public long number() {
      return (long) cells.apply(place++);
    }
  }
}
