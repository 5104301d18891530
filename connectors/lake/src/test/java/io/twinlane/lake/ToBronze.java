package io.twinlane.lake;

import io.twinlane.normalize.RawMessage;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.table.data.RowData;

/** Coinbase's messages as bronze rows without the columns of their texts. */
record ToBronze(TableLayout table) implements MapFunction<RawMessage, RowData> {
  @Override
  public RowData map(RawMessage message) {
    return new BronzeRowCodec(TestLake.COINBASE, table).row(message, new String[TestLake.COINBASE.columns().size()]);
  }
}
