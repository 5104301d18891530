package io.twinlane.jobs.silver;

import io.twinlane.normalize.UnqualifiedRow;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Counts unqualified rows by source and reason. */
final class CountReasons extends RichMapFunction<UnqualifiedRow, UnqualifiedRow> {
  private static final long serialVersionUID = 1L;

  @Override
  public UnqualifiedRow map(UnqualifiedRow row) {
    getRuntimeContext().getLongCounter(SilverCounts.reason(row.sourceSystem(), row.reason())).add(1L);
    return row;
  }
}
