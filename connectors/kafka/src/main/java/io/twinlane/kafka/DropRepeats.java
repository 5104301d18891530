package io.twinlane.kafka;

import io.twinlane.normalize.CategoryRow;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets each row of an at-least-once topic through once. Keyed by identifier: there the rows of one origin come in the order of
 * (origin_offset, row_index), and a row at or before the last one is a repeat after a restart.
 */
public final class DropRepeats extends KeyedProcessFunction<String, CategoryRow, CategoryRow> {
  private final Duration remembered;
  private transient MapState<String, Tuple2<Long, Integer>> lastOfOrigin;
  private transient Counter repeats;

  /** {@code remembered} should be a little more than the topic keeps rows. */
  public DropRepeats(Duration remembered) {
    this.remembered = remembered;
  }

  @Override
  public void open(OpenContext context) {
    MapStateDescriptor<String, Tuple2<Long, Integer>> last =
        new MapStateDescriptor<>("last-of-origin", Types.STRING, Types.TUPLE(Types.LONG, Types.INT));
    last.enableTimeToLive(StateTtlConfig.newBuilder(remembered).build());
    lastOfOrigin = getRuntimeContext().getMapState(last);
    repeats = getRuntimeContext().getMetricGroup().counter("repeats");
  }

  @Override
  public void processElement(CategoryRow row, Context context, Collector<CategoryRow> out) throws Exception {
    Tuple2<Long, Integer> last = lastOfOrigin.get(row.origin);
    if (last != null && (row.originOffset < last.f0 || row.originOffset == last.f0 && row.rowIndex <= last.f1)) {
      repeats.inc();
      return;
    }
    lastOfOrigin.put(row.origin, Tuple2.of(row.originOffset, row.rowIndex));
    out.collect(row);
  }
}
