package io.twinlane.jobs.bronze;

import io.twinlane.normalize.RawMessage;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Lets one message of each identity pass, and counts the repeats. In batch mode it holds no more than one key's state. */
final class KeepFirst extends KeyedProcessFunction<String, RawMessage, RawMessage> {
  private static final long serialVersionUID = 1L;

  private transient ValueState<Boolean> seen;
  private transient Counter repeats;

  @Override
  public void open(OpenContext context) {
    repeats = getRuntimeContext().getMetricGroup().counter("repeats");
    seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Types.BOOLEAN));
  }

  @Override
  public void processElement(RawMessage message, Context context, Collector<RawMessage> first) throws Exception {
    if (seen.value() == null) {
      seen.update(true);
      first.collect(message);
    } else {
      repeats.inc();
    }
  }
}
