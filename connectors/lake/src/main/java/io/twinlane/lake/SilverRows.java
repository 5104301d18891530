package io.twinlane.lake;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import java.math.BigDecimal;
import java.util.List;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;

/** Category rows as rows of their silver table. Order of columns: as IcebergSchemas has it. One object serves one thread. */
public final class SilverRows {
  private static final int FIRST_FIELD = 1;
  private static final int PER_FIELD = 4;
  private static final int TECHNICAL = 6;

  private final List<Field> fields;
  private final StringData[] dtypes;
  private final StringData[] constantUnits;
  private final StringData[] states;

  public SilverRows(Category category, States states) {
    this.fields = category.fields();
    this.dtypes = texts(fields.stream().map(field -> field.dtype().text()).toList());
    this.constantUnits = fields.stream().map(field -> field.unitVaries() ? null : StringData.fromString(field.constantUnit()))
        .toArray(StringData[]::new);
    this.states = texts(states.names());
  }

  public RowData row(CategoryRow from) {
    GenericRowData row = new GenericRowData(FIRST_FIELD + fields.size() * PER_FIELD + TECHNICAL);
    row.setField(0, StringData.fromString(IngestDate.of(from.ingestTime)));
    for (int i = 0; i < fields.size(); i++) {
      int place = FIRST_FIELD + i * PER_FIELD;
      row.setField(place, value(from.values[i], fields.get(i).dtype()));
      row.setField(place + 1, dtypes[i]);
      row.setField(place + 2, fields.get(i).unitVaries() ? StringData.fromString(from.units[i]) : constantUnits[i]);
      row.setField(place + 3, states[from.states[i]]);
    }
    int place = FIRST_FIELD + fields.size() * PER_FIELD;
    row.setField(place, StringData.fromString(from.sourceSystem));
    row.setField(place + 1, StringData.fromString(from.origin));
    row.setField(place + 2, from.originOffset);
    row.setField(place + 3, (long) from.rowIndex);
    row.setField(place + 4, StringData.fromString(from.mappingVersion));
    row.setField(place + 5, Times.of(from.ingestTime));
    return row;
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

  private static StringData[] texts(List<String> texts) {
    return texts.stream().map(StringData::fromString).toArray(StringData[]::new);
  }
}
