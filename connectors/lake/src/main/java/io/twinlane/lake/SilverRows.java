package io.twinlane.lake;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.catalog.TechnicalColumn;
import io.twinlane.lake.TableRows.Cell;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.TechnicalValues;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;

/** Category rows as rows of their silver table. One object serves one thread. */
public final class SilverRows {
  private final TableRows<CategoryRow> rows;

  public SilverRows(Category category, States states, TableLayout table) {
    StringData[] names = states.names().stream().map(StringData::fromString).toArray(StringData[]::new);
    Map<String, Cell<CategoryRow>> cells = new LinkedHashMap<>();
    cells.put("dt", row -> StringData.fromString(IngestDate.of(row.ingestTime)));
    for (int i = 0; i < category.fields().size(); i++) {
      addField(category.fields().get(i), i, names, cells);
    }
    TechnicalColumn.ALL.forEach(column -> cells.put(column.name(), technical(column)));
    rows = TableRows.of(table, cells);
  }

  public RowData row(CategoryRow from) {
    return rows.row(from);
  }

  private static Cell<CategoryRow> technical(TechnicalColumn column) {
    Function<CategoryRow, Object> value = TechnicalValues.of(column);
    return row -> value(value.apply(row), column.dtype());
  }

  private static void addField(Field field, int place, StringData[] states, Map<String, Cell<CategoryRow>> cells) {
    StringData dtype = StringData.fromString(field.dtype().text());
    StringData unit = field.unitVaries() ? null : StringData.fromString(field.constantUnit());
    cells.put(field.name(), row -> value(row.values[place], field.dtype()));
    cells.put(field.name() + "_dtype", row -> dtype);
    cells.put(field.name() + "_unit", field.unitVaries() ? row -> StringData.fromString(row.units[place]) : row -> unit);
    cells.put(field.name() + "_state", row -> states[row.states[place]]);
  }

  private static Object value(Object value, Dtype dtype) {
    if (value == null) {
      return null;
    }
    return switch (dtype.kind()) {
      case STRING -> StringData.fromString((String) value);
      case TIMESTAMP -> Times.of((long) value);
      case INT64, BOOLEAN -> value;
      case DECIMAL -> decimal((BigDecimal) value, dtype);
    };
  }

  /** Flink's own conversion gives null where a number does not fit: that must not pass for a missing value. */
  private static DecimalData decimal(BigDecimal value, Dtype dtype) {
    BigDecimal scaled = value.setScale(dtype.scale());
    DecimalData data = DecimalData.fromBigDecimal(scaled, dtype.precision(), dtype.scale());
    if (data == null) {
      throw new ArithmeticException("Cannot write " + value.toPlainString() + " as " + dtype.text() + ": it has too many digits");
    }
    return data;
  }
}
