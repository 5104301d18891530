package io.twinlane.jobs.ingest;

import io.twinlane.normalize.CategoryRow;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Counts rows by source. */
final class CountRows extends RichMapFunction<CategoryRow, CategoryRow> {
  private static final long serialVersionUID = 1L;

  /** Name of the accumulator that counts a source's rows. */
  static String of(String source) {
    return source + " rows";
  }

  @Override
  public CategoryRow map(CategoryRow row) {
    getRuntimeContext().getLongCounter(of(row.sourceSystem)).add(1L);
    return row;
  }
}
