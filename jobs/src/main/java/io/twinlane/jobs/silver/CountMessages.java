package io.twinlane.jobs.silver;

import io.twinlane.lake.BronzeRowCodec;
import io.twinlane.normalize.RawMessage;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.table.data.RowData;

/** Takes the raw message out of a bronze row, and counts it. */
final class CountMessages extends RichMapFunction<RowData, RawMessage> {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final LongCounter messages = new LongCounter();

  CountMessages(String source) {
    this.source = source;
  }

  @Override
  public void open(OpenContext context) {
    getRuntimeContext().addAccumulator(SilverCounts.messages(source), messages);
  }

  @Override
  public RawMessage map(RowData row) {
    messages.add(1L);
    return BronzeRowCodec.message(row);
  }
}
