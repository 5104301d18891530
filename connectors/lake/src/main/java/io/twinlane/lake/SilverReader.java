package io.twinlane.lake;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RowColumn;
import io.twinlane.normalize.RowInput;
import io.twinlane.normalize.RowLayout;
import io.twinlane.normalize.TechnicalByName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Turns rows of a category's silver table back into category rows: what was written comes back equal. */
final class SilverReader {
  private final RowLayout layout;
  private final States states;
  private final Map<String, Integer> places = new HashMap<>();

  SilverReader(Category category, States states) {
    this.layout = RowLayout.of(category, states);
    this.states = states;
    columns(category, states).forEach(name -> places.put(name, places.size()));
  }

  /** The columns that {@link #row} reads, in its order: what is the same in every row is left out. */
  static List<String> columns(Category category, States states) {
    return RowLayout.of(category, states).varying().stream().map(RowColumn::name).toList();
  }

  /** The row whose cells, as {@link LakeCells} has them, stand at these places. */
  CategoryRow row(IntFunction<Object> cells) {
    return layout.read(new Cells(cells));
  }

  /** The cells of fields one after another, the technical ones by name: rows of before may not have them all. */
  private final class Cells implements RowInput<RuntimeException> {
    private final IntFunction<Object> cells;
    private final TechnicalByName technical;
    private int place;

    Cells(IntFunction<Object> cells) {
      this.cells = cells;
      this.technical = new TechnicalByName(name -> cells.apply(places.get(name)));
    }

    @Override
    public Object value(Field field) {
      return cells.apply(place++);
    }

    @Override
    public String unit(Field field) {
      return (String) cells.apply(place++);
    }

    /** A row from before the field was there has none. */
    @Override
    public byte state(Field field) {
      String state = (String) cells.apply(place++);
      return states.code(state == null ? States.MISSING : state);
    }

    @Override
    public String text() {
      return technical.text();
    }

    @Override
    public long number() {
      return technical.number();
    }
  }
}
