package io.twinlane.kafka;

import io.twinlane.normalize.CategoryRow;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets each row of an at-least-once topic through once. Keyed by identifier: there the rows of one origin and one version of the mapping come
 * in the order of (origin_offset, row_index), so that a row within what was let through is a repeat after a restart. A row that a newer
 * version made of the same message is news; one that an older version made, after a newer one's, is not.
 */
public final class DropRepeats extends KeyedProcessFunction<String, CategoryRow, CategoryRow> {
  private static final long serialVersionUID = 1L;
  private static final long[] NOTHING = {};

  private final Duration remembered;
  private transient MapState<String, long[]> letThrough;
  private transient Counter repeats;
  private transient MappingNumber number;

  /** {@code remembered} should be a little more than the topic keeps rows. */
  public DropRepeats(Duration remembered) {
    this.remembered = remembered;
  }

  @Override
  public void open(OpenContext context) {
    MapStateDescriptor<String, long[]> byOrigin = new MapStateDescriptor<>(
        "let-through-of-origin", Types.STRING, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO);
    byOrigin.enableTimeToLive(StateTtlConfig.newBuilder(remembered).build());
    letThrough = getRuntimeContext().getMapState(byOrigin);
    repeats = getRuntimeContext().getMetricGroup().counter("repeats");
    number = new MappingNumber();
  }

  @Override
  public void processElement(CategoryRow row, Context context, Collector<CategoryRow> out) throws Exception {
    long[] known = letThrough.get(row.origin);
    long[] before = known == null ? NOTHING : known;
    long version = number.of(row.mappingVersion);
    if (LetThrough.holds(before, version, row.originOffset, row.rowIndex)) {
      repeats.inc();
      return;
    }
    letThrough.put(row.origin, LetThrough.with(before, version, row.originOffset, row.rowIndex));
    out.collect(row);
  }
}
