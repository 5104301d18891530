package io.twinlane.jobs.silver;

import io.twinlane.normalize.UnqualifiedRow;
import org.apache.flink.api.common.functions.FilterFunction;

/** Lets unqualified rows pass that were meant for one category, and in a source's home category those meant for none. */
record UnqualifiedOf(String category, boolean home) implements FilterFunction<UnqualifiedRow> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean filter(UnqualifiedRow row) {
    return row.category() == null ? home : row.category().equals(category);
  }
}
