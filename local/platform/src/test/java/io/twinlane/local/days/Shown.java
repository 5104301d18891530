package io.twinlane.local.days;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** A row that is there as a text: what it says of each field, but for those that are MISSING. */
final class Shown {
  private Shown() {}

  static String identity(CategoryRow row) {
    return row.origin + "@" + row.originOffset + "#" + row.rowIndex;
  }

  static String identity(UnqualifiedRow row) {
    return row.origin() + "@" + row.originOffset() + "#" + row.rowIndex();
  }

  static String text(Category category, States states, CategoryRow row) {
    Map<String, String> cells = new TreeMap<>();
    for (int i = 0; i < row.values.length; i++) {
      String state = states.name(row.states[i]);
      if (row.values[i] != null || !state.equals(States.MISSING)) {
        cells.put(category.fields().get(i).name(), value(row.values[i]) + (row.units[i] == null ? " " : " " + row.units[i] + " ") + state);
      }
    }
    cells.put("source_system", row.sourceSystem);
    cells.put("mapping_version", row.mappingVersion);
    cells.put("ingest_time", String.valueOf(row.ingestTime));
    return cells.toString();
  }

  private static String value(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value instanceof Long micros ? Expected.time(micros) : String.valueOf(value);
  }
}
