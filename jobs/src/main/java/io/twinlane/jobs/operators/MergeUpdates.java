package io.twinlane.jobs.operators;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.InternalErrorRow;
import io.twinlane.normalize.Merged;
import io.twinlane.normalize.MergedState;
import io.twinlane.normalize.Merger;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.Update;
import io.twinlane.types.MergedStateSerializer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Merges the deltas of one key of one origin, in origin order, into full rows. The state has no time to live: a contract that is silent over
 * a holiday must not forget its bid.
 */
final class MergeUpdates extends KeyedProcessFunction<String, Update, CategoryRow> {
  private static final long serialVersionUID = 1L;

  private final NormalizeSpec spec;
  private transient Merger merger;
  private transient InternalErrors errors;
  private transient ValueState<MergedState> merged;

  public MergeUpdates(NormalizeSpec spec) {
    this.spec = spec;
  }

  @Override
  public void open(OpenContext context) {
    merger = new Merger(spec);
    errors = new InternalErrors(getRuntimeContext().getMetricGroup());
    merged = getRuntimeContext().getState(new ValueStateDescriptor<>("merged", new MergedStateSerializer(merger.shapes())));
  }

  @Override
  public void processElement(Update update, Context context, Collector<CategoryRow> rows) throws Exception {
    MergedState held = merged.value(); // what cannot be read of the state stops the job: rows made without it would be wrong
    Merged result;
    try {
      result = merger.merge(held, update);
    } catch (RuntimeException e) {
      errors.add("merge the delta " + update.row().origin + "@" + update.row().originOffset, e);
      context.output(NormalizeOperators.UNQUALIFIED, InternalErrorRow.ofUpdate(update, e));
      return;
    }
    merged.update(result.state());
    if (result.row() != null) {
      rows.collect(result.row());
    } else {
      context.output(NormalizeOperators.DROPPED, result.dropped());
    }
  }
}
