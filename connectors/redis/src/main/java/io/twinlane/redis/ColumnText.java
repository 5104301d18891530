package io.twinlane.redis;

import java.io.Serializable;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalType;

/** One column of a table, and how its values read in Redis. */
record ColumnText(String name, RowData.FieldGetter field, ValueText text) implements Serializable {
  static ColumnText of(int position, String name, LogicalType type) {
    return new ColumnText(name, RowData.createFieldGetter(type, position), ValueText.of(name, type));
  }

  /** The row's value as text, null when it has none. */
  String of(RowData row) {
    Object value = field.getFieldOrNull(row);
    return value == null ? null : text.of(value);
  }
}
