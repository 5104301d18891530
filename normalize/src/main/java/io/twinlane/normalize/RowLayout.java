package io.twinlane.normalize;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.catalog.TechnicalColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The one description of a category's rows: which columns they have, in which order, and how each is read from a row. Whoever keeps rows in
 * the order of the columns walks over them with {@link #write} and {@link #read}; whoever goes by names asks for {@link #columns}.
 */
public final class RowLayout implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NO_FIELD = -1;

  private final String category;
  private final Field[] fields;
  private final String[] states;

  private RowLayout(Category category, States states) {
    this.category = category.name();
    this.fields = category.fields().toArray(Field[]::new);
    this.states = states.names().toArray(String[]::new);
  }

  public static RowLayout of(Category category, States states) {
    return new RowLayout(category, states);
  }

  /** Of every field f the columns f, f_dtype, f_unit and f_state; then the technical ones. */
  public List<RowColumn> columns() {
    List<RowColumn> columns = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      addField(columns, i);
    }
    TechnicalColumn.ALL.forEach(column -> columns.add(
        new RowColumn(column.name(), column.dtype(), RowColumn.Meta.TECHNICAL, NO_FIELD, false, TechnicalValues.of(column))));
    return columns;
  }

  /** Those that are not the same on every row, in the order of {@link #write} and {@link #read}. */
  public List<RowColumn> varying() {
    return columns().stream().filter(column -> !column.constant()).toList();
  }

  /** The states of fields, by code. */
  public List<String> states() {
    return List.of(states);
  }

  private void addField(List<RowColumn> columns, int i) {
    Field field = fields[i];
    String name = field.name();
    columns.add(new RowColumn(name, field.dtype(), RowColumn.Meta.VALUE, i, false, row -> row.values[i]));
    columns.add(text(name + "_dtype", RowColumn.Meta.DTYPE, i, true, row -> field.dtype().text()));
    columns.add(text(name + "_unit", RowColumn.Meta.UNIT, i, !field.unitVaries(),
        field.unitVaries() ? row -> row.units[i] : row -> field.constantUnit()));
    columns.add(text(name + "_state", RowColumn.Meta.STATE, i, false, row -> states[row.states[i]]));
  }

  private static RowColumn text(String name, RowColumn.Meta meta, int place, boolean constant, Function<CategoryRow, Object> value) {
    return new RowColumn(name, Dtype.STRING, meta, place, constant, value);
  }

  /** Hands each varying column to {@code out}. Throws IllegalArgumentException for a row that no store may hold. */
  public <E extends Exception> void write(CategoryRow row, RowOutput<E> out) throws E {
    for (int i = 0; i < fields.length; i++) {
      Field field = fields[i];
      if (field.required() && row.values[i] == null) {
        throw new IllegalArgumentException("the required field " + field.name() + " has no value");
      }
      out.value(field, row.values[i]);
      if (field.unitVaries()) {
        out.unit(field, row.units[i]);
      }
      byte state = row.states[i];
      if (state < 0 || state >= states.length) {
        throw new IllegalArgumentException("the state code " + state + " of " + field.name() + " is none of the catalog's");
      }
      out.state(field, state);
    }
    TechnicalValues.write(row, out);
  }

  /** The row whose varying columns {@code in} gives. */
  public <E extends Exception> CategoryRow read(RowInput<E> in) throws E {
    Object[] values = new Object[fields.length];
    String[] units = new String[fields.length];
    byte[] codes = new byte[fields.length];
    for (int i = 0; i < fields.length; i++) {
      Field field = fields[i];
      values[i] = in.value(field);
      if (field.unitVaries()) {
        units[i] = in.unit(field);
      }
      codes[i] = in.state(field);
    }
    return TechnicalValues.read(category, values, units, codes, in);
  }
}
