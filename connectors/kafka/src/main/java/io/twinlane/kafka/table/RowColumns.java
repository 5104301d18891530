package io.twinlane.kafka.table;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.catalog.TechnicalColumn;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.TechnicalValues;
import java.math.BigDecimal;
import java.util.function.Function;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;

/** Makes the columns that a query asks for out of category rows, and no others. */
final class RowColumns implements MapFunction<CategoryRow, RowData> {
  private static final long MICROS_PER_MILLI = 1000;
  private static final int NANOS_PER_MICRO = 1000;

  private final Category category;
  private final States states;
  private final int[] places;
  private transient Cell[] cells;

  /** {@code places} are the wanted columns of the table, counted from 0. */
  RowColumns(Category category, States states, int[] places) {
    this.category = category;
    this.states = states;
    this.places = places;
  }

  /** One column of a row in the planner's own form. */
  private interface Cell {
    Object of(CategoryRow row);
  }

  @Override
  public RowData map(CategoryRow row) {
    if (cells == null) {
      cells = cells();
    }
    GenericRowData out = new GenericRowData(cells.length);
    for (int i = 0; i < cells.length; i++) {
      out.setField(i, cells[i].of(row));
    }
    return out;
  }

  private Cell[] cells() {
    Cell[] made = new Cell[places.length];
    int technical = category.fields().size() * DeclaredCategory.COLUMNS_PER_FIELD;
    for (int i = 0; i < places.length; i++) {
      made[i] = places[i] < technical
          ? field(places[i] / DeclaredCategory.COLUMNS_PER_FIELD, places[i] % DeclaredCategory.COLUMNS_PER_FIELD)
          : technical(TechnicalColumn.ALL.get(places[i] - technical));
    }
    return made;
  }

  private Cell field(int index, int part) {
    Field field = category.fields().get(index);
    return switch (part) {
      case 0 -> value(index, field.dtype());
      case 1 -> constant(field.dtype().text());
      case 2 -> field.unitVaries() ? row -> StringData.fromString(row.units[index]) : constant(field.constantUnit());
      default -> state(index);
    };
  }

  private static Cell value(int index, Dtype dtype) {
    return switch (dtype.kind()) {
      case STRING -> row -> StringData.fromString((String) row.values[index]);
      case BOOLEAN, INT64 -> row -> row.values[index];
      case TIMESTAMP -> row -> time((Long) row.values[index]);
      case DECIMAL -> row -> row.values[index] == null
          ? null : DecimalData.fromBigDecimal((BigDecimal) row.values[index], dtype.precision(), dtype.scale());
    };
  }

  private static Cell constant(String text) {
    StringData constant = StringData.fromString(text);
    return row -> constant;
  }

  private Cell state(int index) {
    StringData[] names = states.names().stream().map(StringData::fromString).toArray(StringData[]::new);
    return row -> names[row.states[index]];
  }

  private static Cell technical(TechnicalColumn column) {
    Function<CategoryRow, Object> value = TechnicalValues.of(column);
    return switch (column.dtype().kind()) {
      case STRING -> row -> StringData.fromString((String) value.apply(row));
      case TIMESTAMP -> row -> time((Long) value.apply(row));
      default -> value::apply;
    };
  }

  private static TimestampData time(Long micros) {
    return micros == null ? null : TimestampData.fromEpochMillis(
        Math.floorDiv(micros, MICROS_PER_MILLI), (int) Math.floorMod(micros, MICROS_PER_MILLI) * NANOS_PER_MICRO);
  }
}
