package io.twinlane.types;

import io.twinlane.catalog.Dtype;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RowColumn;
import io.twinlane.normalize.RowLayout;
import java.math.BigDecimal;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;

/** One column of a row in the form that Flink's planner and its connectors work on. Made where it is used: it is not serializable. */
@FunctionalInterface
public interface PlannerCell {
  Object of(CategoryRow row);

  /** What is the same on every row, and the names of states, are converted once. */
  static PlannerCell of(RowColumn column, RowLayout layout) {
    if (column.constant()) {
      StringData constant = StringData.fromString((String) column.of(null));
      return row -> constant;
    }
    if (column.meta() == RowColumn.Meta.STATE) {
      StringData[] names = layout.states().stream().map(StringData::fromString).toArray(StringData[]::new);
      int place = column.place();
      return row -> names[row.states[place]];
    }
    Dtype dtype = column.dtype();
    return switch (dtype.kind()) {
      case STRING -> row -> StringData.fromString((String) column.of(row));
      case BOOLEAN, INT64 -> column::of;
      case TIMESTAMP -> row -> time((Long) column.of(row));
      case DECIMAL -> row -> decimal((BigDecimal) column.of(row), dtype);
    };
  }

  private static TimestampData time(Long micros) {
    return micros == null ? null
        : TimestampData.fromEpochMillis(Math.floorDiv(micros, 1000L), (int) Math.floorMod(micros, 1000L) * 1000);
  }

  /** Flink's own conversion gives null where a number does not fit: that must not pass for a missing value. */
  private static DecimalData decimal(BigDecimal value, Dtype dtype) {
    if (value == null) {
      return null;
    }
    DecimalData data = DecimalData.fromBigDecimal(value.setScale(dtype.scale()), dtype.precision(), dtype.scale());
    if (data == null) {
      throw new ArithmeticException("Cannot write " + value.toPlainString() + " as " + dtype.text() + ": it has too many digits");
    }
    return data;
  }
}
