package io.twinlane.jobs.operators;

import io.twinlane.normalize.CategoryRow;
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
public final class MergeUpdates extends KeyedProcessFunction<String, Update, CategoryRow> {
  private static final long serialVersionUID = 1L;

  private final NormalizeSpec spec;
  private transient Merger merger;
  private transient ValueState<MergedState> merged;

  public MergeUpdates(NormalizeSpec spec) {
    this.spec = spec;
  }

  @Override
  public void open(OpenContext context) {
    merger = new Merger(spec);
    merged = getRuntimeContext().getState(new ValueStateDescriptor<>("merged", new MergedStateSerializer(merger.shapes())));
  }

  @Override
  public void processElement(Update update, Context context, Collector<CategoryRow> rows) throws Exception {
    Merged result = merger.merge(merged.value(), update);
    merged.update(result.state());
    if (result.row() != null) {
      rows.collect(result.row());
    } else {
      context.output(NormalizeOperators.DROPPED, result.dropped());
    }
  }
}
