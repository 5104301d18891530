package io.twinlane.normalize;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.TechnicalColumn;
import java.util.function.Function;

/**
 * One column of a category's rows, for stores that go by names. {@code place} is that of its field in a row's arrays, -1 for a technical
 * column. {@code value} reads it from a row: null, String, BigDecimal, Long or Boolean, by its dtype; times are microseconds UTC.
 */
public record RowColumn(String name, Dtype dtype, Meta meta, int place, boolean constant, Function<CategoryRow, Object> value) {
  /** What a column says: the value of a field, or what must be known beside it; or, of the row as a whole, where it came from. */
  public enum Meta { VALUE, DTYPE, UNIT, STATE, TECHNICAL }

  public Object of(CategoryRow row) {
    return value.apply(row);
  }

  /** Whether it is one of the columns that tell which row it is. */
  public boolean identity() {
    return meta == Meta.TECHNICAL && TechnicalColumn.IDENTITY.contains(name);
  }
}
