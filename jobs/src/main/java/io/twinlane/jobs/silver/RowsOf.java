package io.twinlane.jobs.silver;

import io.twinlane.normalize.CategoryRow;
import org.apache.flink.api.common.functions.RichFilterFunction;

/** Lets the rows of one category pass, and counts them by source. */
final class RowsOf extends RichFilterFunction<CategoryRow> {
  private static final long serialVersionUID = 1L;

  private final String category;

  RowsOf(String category) {
    this.category = category;
  }

  @Override
  public boolean filter(CategoryRow row) {
    boolean passes = row.category.equals(category);
    if (passes) {
      getRuntimeContext().getLongCounter(SilverCounts.rows(row.sourceSystem)).add(1L);
    }
    return passes;
  }
}
