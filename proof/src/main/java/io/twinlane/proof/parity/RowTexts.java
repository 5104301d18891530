package io.twinlane.proof.parity;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RowColumn;
import io.twinlane.normalize.UnqualifiedRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A row as named texts, such that two rows are the same exactly when their texts are; decimals count by value, not by scale. */
public final class RowTexts {
  private RowTexts() {}

  /** {@code name=value} for every column of a row that is not the same on every row, its identity aside. */
  public static List<String> of(List<RowColumn> varying, CategoryRow row) {
    List<String> cells = new ArrayList<>(varying.size());
    for (RowColumn column : varying) {
      if (!column.identity()) {
        cells.add(column.name() + "=" + text(column.of(row)));
      }
    }
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
