package io.twinlane.normalize;

import io.twinlane.catalog.Field;

/** Takes a row column after column, as {@link RowLayout#write} walks over it: of each field what is not the same on every row. */
public interface RowOutput<E extends Exception> extends TechnicalValues.Output<E> {
  /** The value of a field, null only where the field is not required. */
  void value(Field field, Object value) throws E;

  /** The unit of a field whose unit varies; null when the row has none. */
  void unit(Field field, String unit) throws E;

  /** The state of a field, one of the catalog's codes. */
  void state(Field field, byte code) throws E;
}
