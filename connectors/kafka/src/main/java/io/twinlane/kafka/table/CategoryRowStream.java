package io.twinlane.kafka.table;

import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.kafka.ByIdentifier;
import io.twinlane.kafka.CategoryTopicSource;
import io.twinlane.kafka.DropRepeats;
import io.twinlane.kafka.Reading;
import io.twinlane.kafka.TellCatchUp;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.types.PlacedRow;
import io.twinlane.types.RowTypes;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.connector.ProviderContext;
import org.apache.flink.table.connector.source.DataStreamScanProvider;
import org.apache.flink.table.data.RowData;

/** The operators behind a category table: read the topic, tell how far, drop repeats by identifier, make the columns that are asked for. */
record CategoryRowStream(CategoryScan scan, int[] columns, WatermarkStrategy<RowData> watermarks, TypeInformation<RowData> type)
    implements DataStreamScanProvider {

  @Override
  public DataStream<RowData> produceDataStream(ProviderContext context, StreamExecutionEnvironment env) {
    String category = scan.category().name();
    RowColumns rowColumns = new RowColumns(scan.category(), scan.states(), columns);
    Reading reading = scan.bounded() ? Reading.untilNow() : Reading.live(scan.kafka().properties().get("group.id"));
    SingleOutputStreamOperator<PlacedRow> placed =
        CategoryTopicSource.placed(scan.kafka(), CategoryCodec.of(scan.category(), scan.states()), reading).stream(env,
            new RowWatermarks(watermarks, rowColumns).withIdleness(scan.idleTimeout()), "read-" + category,
            context.generateUid("read").orElse(null), context.generateUid("check-incarnation").orElse(null));
    SingleOutputStreamOperator<CategoryRow> read = placed.transform(
        "tell-catch-up", RowTypes.CATEGORY_ROW, new TellCatchUp(scan.kafka(), KafkaTopics.categoryTopic(category), !scan.bounded()));
    context.generateUid("tell-catch-up").ifPresent(read::uid);
    SingleOutputStreamOperator<CategoryRow> once = read
        .keyBy(ByIdentifier.of(scan.category()))
        .process(new DropRepeats(scan.remembered()), RowTypes.CATEGORY_ROW)
        .name("drop-repeats");
    context.generateUid("drop-repeats").ifPresent(once::uid);
    SingleOutputStreamOperator<RowData> rows = once.map(rowColumns, type).name("to-columns");
    context.generateUid("to-columns").ifPresent(rows::uid);
    return rows;
  }

  @Override
  public boolean isBounded() {
    return scan.bounded();
  }
}
