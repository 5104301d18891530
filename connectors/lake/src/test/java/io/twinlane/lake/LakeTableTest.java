package io.twinlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.normalize.RawMessage;
import io.twinlane.types.RowTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.function.SerializableFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTableTest {
  private static final String BRONZE = "bronze.coinbase_feed";
  private static FlinkRuns flink;

  @TempDir
  private Path dir;
  private LakeConfig lake;

  @BeforeAll
  static void start() {
    flink = new FlinkRuns();
  }

  @AfterAll
  static void stop() {
    flink.close();
  }

  @BeforeEach
  void open() {
    lake = TestLake.create(dir.resolve("a lake %20 \u00fc"));
  }

  private void write(int count, SerializableFunction<Long, RawMessage> message) throws Exception {
    LakeTable bronze = LakeTable.load(lake, BRONZE);
    StreamExecutionEnvironment env = flink.environment(RuntimeExecutionMode.BATCH);
    DataStream<RowData> rows = FlinkRuns.messages(env, count, message)
        .map(new ToBronze(bronze.layout())).returns(bronze.rowType());
    bronze.overwrite(rows, "bronze");
    env.execute();
  }

  private List<String> read() throws Exception {
    LakeTable bronze = LakeTable.load(lake, BRONZE);
    StreamExecutionEnvironment env = flink.environment(RuntimeExecutionMode.BATCH);
    return FlinkRuns.collect(env
        .fromSource(bronze.source(BronzeRowCodec.MESSAGE_COLUMNS), WatermarkStrategy.noWatermarks(), "bronze",
            bronze.sourceType(BronzeRowCodec.MESSAGE_COLUMNS))
        .map(BronzeRowCodec::message).returns(RowTypes.RAW_MESSAGE));
  }

  private static List<String> shown(long from, long to) {
    return LongStream.range(from, to).mapToObj(Messages::text).map(Messages::show).toList();
  }

  @Test
  void awkward_messages_come_back_from_bronze_byte_for_byte() throws Exception {
    write(Messages.awkward().size(), number -> Messages.awkward().get(number.intValue()));
    assertThat(read()).as("read back").containsExactlyInAnyOrderElementsOf(Messages.awkward().stream().map(Messages::show).toList());
  }

  @Test
  void a_second_run_replaces_the_dates_that_it_touches_and_no_other() throws Exception {
    write(4, number -> Messages.of(number, new byte[] {1}));
    write(6, number -> Messages.of(number + 86_400_000L, new byte[] {2}));
    write(5, Messages::text);
    List<String> expected = new ArrayList<>(shown(0, 5));
    LongStream.range(86_400_000L, 86_400_006L).mapToObj(number -> Messages.of(number, new byte[] {2})).map(Messages::show)
        .forEach(expected::add);
    assertThat(read()).as("both dates").containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void rows_that_a_later_run_does_not_give_are_removed_even_when_it_gives_none() throws Exception {
    write(4, Messages::text);
    long mark = LakeTable.mark(lake, BRONZE);
    write(2, number -> Messages.text(number + 86_400_000L));
    assertThat(LakeTable.removeOlder(lake, BRONZE, mark)).as("rows removed").isEqualTo(4);
    assertThat(read()).as("rows of the later run").containsExactlyInAnyOrderElementsOf(shown(86_400_000L, 86_400_002L));
    LakeTable.removeOlder(lake, BRONZE, LakeTable.mark(lake, BRONZE));
    assertThat(read()).as("rows after a run that gave none").isEmpty();
  }

  @Test
  void an_empty_table_reads_as_empty() throws Exception {
    assertThat(read()).as("rows").isEmpty();
  }
}
