package io.twinlane.lake;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.data.Record;

/** Turns rows of a category's silver table back into category rows: what was written comes back equal. */
final class SilverReader {
  private final Category category;
  private final States states;

  SilverReader(Category category, States states) {
    this.category = category;
    this.states = states;
  }

  /** The columns that {@link #row} reads, in its order: what is the same in every row is left out. */
  List<String> columns() {
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

  CategoryRow row(Record record) {
    int size = category.fields().size();
    Object[] values = new Object[size];
    String[] units = new String[size];
    byte[] codes = new byte[size];
    int place = 6;
    for (int i = 0; i < size; i++) {
      Field field = category.fields().get(i);
      values[i] = value(record.get(place++), field.dtype());
      codes[i] = states.code((String) record.get(place++));
      if (field.unitVaries()) {
        units[i] = (String) record.get(place++);
      }
    }
    return new CategoryRow(category.name(), values, units, codes, (String) record.get(0), (String) record.get(1), (long) record.get(2),
        Math.toIntExact((long) record.get(3)), (String) record.get(4), micros(record.get(5)));
  }

  static long micros(Object time) {
    return Times.micros(((OffsetDateTime) time).toInstant());
  }

  private static Object value(Object value, Dtype dtype) {
    return value != null && dtype.kind() == Dtype.Kind.TIMESTAMP ? (Object) micros(value) : value;
  }
}
