package io.twinlane.clickhouse;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.catalog.derive.TableColumn;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RowShape;
import io.twinlane.normalize.TechnicalValues;
import io.twinlane.types.KeptRowsSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Category rows in the table of their category, exactly and back. */
final class CategoryRowFormat implements RowFormat<CategoryRow> {
  private static final long serialVersionUID = 1;

  private final Category category;
  private final Field[] fields;
  private final RowShape shape;
  private final List<TableColumn> columns;
  private final int stateCount;
  private final int eventEnd;

  CategoryRowFormat(Category category, States states) {
    this.category = category;
    this.fields = category.fields().toArray(Field[]::new);
    this.shape = RowShape.of(category, states);
    this.columns = ClickHouseTables.insertedColumns(category, states);
    this.stateCount = states.list().size();
    this.eventEnd = category.indexOf(Category.EVENT_END);
  }

  @Override
  public String table() {
    return category.name();
  }

  @Override
  public List<TableColumn> columns() {
    return columns;
  }

  @Override
  public void write(CategoryRow row, RowBinaryOutput out) {
    for (int i = 0; i < fields.length; i++) {
      writeField(row, i, out);
    }
    TechnicalValues.write(row, out);
  }

  @Override
  public CategoryRow read(RowBinaryInput in) throws IOException {
    Object[] values = new Object[fields.length];
    String[] units = new String[fields.length];
    byte[] states = new byte[fields.length];
    for (int i = 0; i < fields.length; i++) {
      boolean missing = !fields[i].required() && in.readByte() != 0;
      values[i] = missing ? null : readValue(fields[i].dtype(), in);
      units[i] = fields[i].unitVaries() ? emptyToNull(in.readString()) : null;
      states[i] = in.readByte();
    }
    return TechnicalValues.read(category.name(), values, units, states, in);
  }

  @Override
  public SimpleVersionedSerializer<List<CategoryRow>> kept() {
    return new KeptRowsSerializer(shape);
  }

  @Override
  public long ingestTime(CategoryRow row) {
    return row.ingestTime;
  }

  @Override
  public boolean endsMessage(CategoryRow row) {
    return eventEnd < 0 || !Boolean.FALSE.equals(row.values[eventEnd]);
  }

  @Override
  public MessageId message(CategoryRow row) {
    return new MessageId(row.origin, row.originOffset);
  }

  private void writeField(CategoryRow row, int i, RowBinaryOutput out) {
    Field field = fields[i];
    Object value = row.values[i];
    if (!field.required()) {
      out.writeByte(value == null ? 1 : 0);
    } else if (value == null) {
      throw new IllegalArgumentException("the required field " + field.name() + " has no value");
    }
    if (value != null) {
      writeValue(field, value, out);
    }
    if (field.unitVaries()) {
      out.writeString(row.units[i] == null ? "" : row.units[i]);
    }
    if (row.states[i] < 0 || row.states[i] >= stateCount) {
      throw new IllegalArgumentException("the state code " + row.states[i] + " of " + field.name() + " is none of the catalog's");
    }
    out.writeByte(row.states[i]);
  }

  private static void writeValue(Field field, Object value, RowBinaryOutput out) {
    Dtype dtype = field.dtype();
    try {
      switch (dtype.kind()) {
        case STRING -> out.writeString((String) value);
        case TIMESTAMP, INT64 -> out.writeInt64((Long) value);
        case BOOLEAN -> out.writeByte((Boolean) value ? 1 : 0);
        case DECIMAL -> out.writeDecimal((BigDecimal) value, dtype.precision(), dtype.scale());
      }
    } catch (ArithmeticException | ClassCastException e) {
      throw new IllegalArgumentException(field.name() + " is no " + dtype.text() + ": " + e.getMessage(), e);
    }
  }

  private static Object readValue(Dtype dtype, RowBinaryInput in) throws IOException {
    return switch (dtype.kind()) {
      case STRING -> in.readString();
      case TIMESTAMP, INT64 -> in.readInt64();
      case BOOLEAN -> in.readByte() != 0;
      case DECIMAL -> in.readDecimal(dtype.precision(), dtype.scale());
    };
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
