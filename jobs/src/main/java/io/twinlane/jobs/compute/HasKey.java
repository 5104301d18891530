package io.twinlane.jobs.compute;

import io.twinlane.types.OnceAMinute;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.InputGroup;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a result's row pass that has a value in every column of its key. One that has not can have no Redis key: it is counted
 * ({@code rowsWithoutKey}) and told in the log. Flink's own enforcer would drop it without a word.
 */
public final class HasKey extends ScalarFunction {
  static final String NAME = "TWINLANE_HAS_KEY";
  static final String METRIC = "rowsWithoutKey";

  private static final Logger LOG = LoggerFactory.getLogger(HasKey.class);
  private static final long serialVersionUID = 1;

  private transient Counter without;
  private transient OnceAMinute log;

  @Override
  public void open(FunctionContext context) {
    without = context.getMetricGroup().counter(METRIC, new ThreadSafeSimpleCounter());
    log = new OnceAMinute();
  }

  public boolean eval(@DataTypeHint(inputGroup = InputGroup.ANY) Object... key) {
    for (Object column : key) {
      if (column == null) {
        without.inc();
        if (log.due()) {
          LOG.warn("Cannot write a row of the result: a column of its key is null ({} such since the start; at most one a minute is logged)",
              without.getCount());
        }
        return false;
      }
    }
    return true;
  }

  /** It counts: the planner must not call it elsewhere, or twice. */
  @Override
  public boolean isDeterministic() {
    return false;
  }
}
