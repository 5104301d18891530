package io.twinlane.normalize;

import io.twinlane.catalog.Field;

/** Gives a row column after column, in the order in which {@link RowLayout#read} asks: that of {@link RowOutput}. */
public interface RowInput<E extends Exception> extends TechnicalValues.Input<E> {
  Object value(Field field) throws E;

  /** The unit of a field whose unit varies; null when the row has none. */
  String unit(Field field) throws E;

  byte state(Field field) throws E;
}
