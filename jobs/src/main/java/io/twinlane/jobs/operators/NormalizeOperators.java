package io.twinlane.jobs.operators;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import io.twinlane.types.RowTypes;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * The normalize function as Flink operators, the same in both lanes: parse, then merge the deltas per key and origin. A message's Flink
 * timestamp is its origin offset: in batch mode Flink hands a key's records over sorted by timestamp, which is then the order in which
 * Kafka hands them over in the streaming lane. So both lanes merge alike.
 */
public final class NormalizeOperators {
  static final OutputTag<Update> UPDATES = new OutputTag<>("updates", RowTypes.UPDATE);
  static final OutputTag<UnqualifiedRow> UNQUALIFIED = new OutputTag<>("unqualified", RowTypes.UNQUALIFIED_ROW);
  static final OutputTag<DroppedMessage> DROPPED = new OutputTag<>("dropped", RowTypes.DROPPED_MESSAGE);

  private NormalizeOperators() {}

  /** Rows, unqualified rows and receipts of dropped messages that the raw messages of one source give. */
  public record Streams(DataStream<CategoryRow> rows, DataStream<UnqualifiedRow> unqualified, DataStream<DroppedMessage> dropped) {}

  /**
   * Messages of one origin must come from one subtask, in offset order, as a Kafka source gives them in streaming mode. They are parsed where
   * they come from: at another parallelism Flink would deal them out in turns, and their order would be lost before the merge. Uids are
   * suffixed with the source, so that one job may normalize several sources.
   */
  public static Streams normalize(DataStream<RawMessage> raw, NormalizeSpec spec) {
    String source = spec.source().name();
    SingleOutputStreamOperator<CategoryRow> parsed = raw
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<RawMessage>noWatermarks().withTimestampAssigner((message, unused) -> message.originOffset()))
        .name("order-by-origin " + source).uid("order-by-origin-" + source)
        .process(new ParseMessage(spec), RowTypes.CATEGORY_ROW).setParallelism(raw.getParallelism())
        .name("parse-message " + source).uid("parse-message-" + source);
    DataStream<UnqualifiedRow> unqualified = parsed.getSideOutput(UNQUALIFIED);
    DataStream<DroppedMessage> dropped = parsed.getSideOutput(DROPPED);
    if (spec.source().messages().stream().noneMatch(message -> message.merge())) {
      return new Streams(parsed, unqualified, dropped);
    }
    SingleOutputStreamOperator<CategoryRow> merged = parsed.getSideOutput(UPDATES)
        .keyBy(Update::mergeKey)
        .process(new MergeUpdates(spec), RowTypes.CATEGORY_ROW)
        .name("merge-updates " + source).uid("merge-updates-" + source);
    return new Streams(parsed.union(merged), unqualified.union(merged.getSideOutput(UNQUALIFIED)),
        dropped.union(merged.getSideOutput(DROPPED)));
  }
}
