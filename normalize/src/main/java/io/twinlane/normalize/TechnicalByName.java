package io.twinlane.normalize;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.TechnicalColumn;
import java.util.Iterator;
import java.util.function.Function;

/** The technical values of a row that was written with other columns than today's: each by its name, or by that of what stands for it. */
public final class TechnicalByName implements TechnicalValues.Input<RuntimeException> {
  private final Iterator<TechnicalColumn> columns = TechnicalColumn.ALL.iterator();
  private final Function<String, Object> values;

  /** {@code values} gives text or number of a column, null where the row has none. */
  public TechnicalByName(Function<String, Object> values) {
    this.values = values;
  }

  @Override
  public String text() {
    Object text = next();
    return text == null ? null : text.toString();
  }

  @Override
  public long number() {
    return (long) next();
  }

  private Object next() {
    TechnicalColumn column = columns.next();
    Object value = values.apply(column.name());
    if (value == null && column.otherwise() != null) {
      value = values.apply(column.otherwise());
    }
    if (value == null && !column.dtype().equals(Dtype.STRING)) {
      throw new IllegalArgumentException("it has no number " + column.name());
    }
    return value;
  }
}
