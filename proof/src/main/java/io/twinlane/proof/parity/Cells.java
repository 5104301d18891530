package io.twinlane.proof.parity;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A row as named texts, such that two rows are the same exactly when their texts are; decimals count by value, not by scale. */
public final class Cells {
  private Cells() {}

  /** {@code name=value} for every value, varying unit, state and technical column of a row. */
  public static List<String> of(Category category, States states, CategoryRow row) {
    List<String> cells = new ArrayList<>(category.fields().size() * 3 + 3);
    for (int i = 0; i < category.fields().size(); i++) {
      Field field = category.fields().get(i);
      cells.add(field.name() + "=" + text(row.values[i]));
      if (field.unitVaries()) {
        cells.add(field.name() + "_unit=" + text(row.units[i]));
      }
      cells.add(field.name() + "_state=" + states.name(row.states[i]));
    }
    cells.add("source_system=" + row.sourceSystem);
    cells.add("mapping_version=" + row.mappingVersion);
    cells.add("ingest_time=" + row.ingestTime);
    return cells;
  }

  public static List<String> of(UnqualifiedRow row) {
    return List.of("source_system=" + row.sourceSystem(), "category=" + text(row.category()), "reason=" + row.reason(),
        "explanation=" + text(row.explanation()), "field=" + text(row.field()), "raw_value=" + text(row.rawValue()),
        "raw=" + Base64.getEncoder().encodeToString(row.raw()), "mapping_version=" + row.mappingVersion(),
        "receive_time=" + row.receiveTime(), "ingest_time=" + row.ingestTime());
  }

  public static Identity identity(CategoryRow row) {
    return new Identity(row.origin, row.originOffset, row.rowIndex);
  }

  public static Identity identity(UnqualifiedRow row) {
    return new Identity(row.origin(), row.originOffset(), row.rowIndex());
  }

  static byte[] bytes(List<String> cells) {
    return String.join("\u0001", cells).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Object value) {
    if (value == null) {
      return "\u0000null";
    }
    return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
  }
}
