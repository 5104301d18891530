package io.twinlane.jobs.silver;

import io.twinlane.normalize.CategoryRow;
import org.apache.flink.api.common.functions.FilterFunction;

/** Lets the rows of one category pass. */
record RowsOf(String category) implements FilterFunction<CategoryRow> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean filter(CategoryRow row) {
    return row.category.equals(category);
  }
}
