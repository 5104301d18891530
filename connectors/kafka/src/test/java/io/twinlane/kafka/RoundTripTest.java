package io.twinlane.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.ReleasedReceipts;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.kafka.codec.DroppedCodec;
import io.twinlane.kafka.codec.UnqualifiedCodec;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.Playback;
import io.twinlane.kafka.replay.ReplayProgress;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.kafka.replay.Tracks;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.Recording.Recorded;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.RowTypes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final int FIVE_MB = 5 << 20;
  private static final byte[] NO_TEXT = {(byte) 0xff, (byte) 0xfe, 0, 13, 10, 34, (byte) 0x80};

  @Test
  void category_rows_keep_every_value_that_stores_corrupt() throws Exception {
    Category category = Samples.named("corruptible");
    Engines.create("category.corruptible");
    List<CategoryRow> rows = Samples.corruptible().stream().map(row -> Samples.in(category, row)).toList();
    write(rows, RowTypes.CATEGORY_ROW, CategorySink.of(Engines.kafka(), List.of(category), Samples.STATES));
    CategoryCodec codec = CategoryCodec.of(category, Samples.STATES);
    assertThat(readAll(CategoryTopicSource.of(Engines.kafka(), codec, Reading.untilNow())))
        .containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void a_row_goes_to_the_topic_of_its_category_and_a_key_keeps_its_order() throws Exception {
    Category one = Samples.named("one");
    Category other = Samples.named("other");
    Engines.create("category.one", "category.other");
    List<CategoryRow> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(Samples.in(i % 4 == 0 ? other : one, Samples.row("S" + i % 7, i, "raw.ib/0", i, 0)));
    }
    write(rows, RowTypes.CATEGORY_ROW, CategorySink.of(Engines.kafka(), List.of(one, other), Samples.STATES));
    assertThat(Engines.read("category.other")).hasSize(100);
    List<ConsumerRecord<byte[], byte[]>> records = Engines.read("category.one");
    assertThat(records).hasSize(300);
    assertThat(records).extracting(ConsumerRecord::partition).contains(0, 1);
    CategoryCodec codec = CategoryCodec.of(one, Samples.STATES);
    for (int s = 0; s < 7; s++) {
      String symbol = "S" + s;
      List<ConsumerRecord<byte[], byte[]>> ofSymbol = records.stream().filter(r -> new String(r.key(), StandardCharsets.UTF_8).equals(symbol)).toList();
      assertThat(ofSymbol).extracting(ConsumerRecord::partition).as("partitions of %s", symbol).containsOnly(ofSymbol.get(0).partition());
      assertThat(ofSymbol).extracting(r -> codec.decode(r.value()).originOffset).as("order of %s", symbol).isSorted();
    }
  }

  @Test
  void unqualified_rows_and_receipts_of_drops_come_back_whole() throws Exception {
    Source source = Samples.source("refused");
    Engines.create(source.unqualifiedTopic(), source.droppedTopic());
    byte[] large = new byte[FIVE_MB];
    new Random(3).nextBytes(large);
    UnqualifiedRow row =
        new UnqualifiedRow("refused", null, "TOO_LARGE", "Cannot read", null, null, large, "raw.refused/1", 8, 0, "refused/1", 1, 2);
    DroppedMessage drop = new DroppedMessage("refused", "HEARTBEAT", "raw.refused/0", 7, "refused/1", 5);
    write(List.of(row), RowTypes.UNQUALIFIED_ROW, UnqualifiedSink.of(Engines.kafka(), source));
    write(List.of(drop), RowTypes.DROPPED_MESSAGE, DroppedSink.of(Engines.kafka(), source));
    UnqualifiedRow read = new UnqualifiedCodec(ReleasedReceipts.NONE).decode(Engines.read(source.unqualifiedTopic()).get(0).value());
    assertThat(read.raw()).isEqualTo(large);
    assertThat(read).usingRecursiveComparison().ignoringFields("raw").isEqualTo(row);
    assertThat(new DroppedCodec(ReleasedReceipts.NONE).decode(Engines.read(source.droppedTopic()).get(0).value())).isEqualTo(drop);
  }

  @Test
  void raw_messages_arrive_byte_for_byte_with_origin_and_times() throws Exception {
    Source source = Samples.source("bytes");
    Engines.create(source.rawTopic());
    byte[] large = new byte[FIVE_MB];
    new Random(5).nextBytes(large);
    long before = System.currentTimeMillis() * 1000;
    new Playback(Engines.kafka(), Speed.FLAT_OUT, MaxGap.STANDARD).play(List.of(Tracks.of(source.rawTopic(), "k",
        new Recorded(1, 1_500_000_000_000_001L, NO_TEXT), new Recorded(2, null, new byte[0]), new Recorded(3, -1L, large))), ReplayProgress.NONE);
    List<RawMessage> messages = readAll(RawTopicSource.of(Engines.kafka(), source, Reading.untilNow()));
    assertThat(messages).hasSize(3);
    assertThat(messages).extracting(RawMessage::originOffset).containsExactly(0L, 1L, 2L);
    assertThat(messages).extracting(RawMessage::origin).containsOnly(messages.get(0).origin()).first().asString()
        .matches("raw\\.bytes@[A-Za-z0-9_-]{22}/[01]");
    assertThat(messages.get(0).body()).isEqualTo(NO_TEXT);
    assertThat(messages.get(1).body()).isEmpty();
    assertThat(messages.get(2).body()).isEqualTo(large);
    assertThat(messages).extracting(RawMessage::receiveTime)
        .as("receive times; one before 1970 is a clock that is off")
        .containsExactly(1_500_000_000_000_001L, messages.get(1).ingestTime(), messages.get(2).ingestTime());
    assertThat(messages).extracting(RawMessage::ingestTime).allSatisfy(time -> assertThat(time).isGreaterThanOrEqualTo(before));
  }

  @Test
  void a_bounded_reading_of_an_empty_topic_ends_with_nothing() throws Exception {
    Source source = Samples.source("silent");
    Engines.create(source.rawTopic());
    assertThat(readAll(RawTopicSource.of(Engines.kafka(), source, Reading.untilNow()))).isEmpty();
  }

  private static <T> void write(List<T> rows, TypeInformation<T> type, KafkaSink<T> sink) throws Exception {
    StreamExecutionEnvironment env = Engines.environment();
    env.fromData(rows, type).uid("rows").setParallelism(1).sinkTo(sink).name("write").uid("write").setParallelism(1);
    env.execute("write");
  }

  private static <T> List<T> readAll(TopicInput<T> input) throws Exception {
    StreamExecutionEnvironment env = Engines.collectingEnvironment();
    List<T> read = new ArrayList<>();
    try (CloseableIterator<T> rows = input.stream(env, "read").executeAndCollect("read")) {
      rows.forEachRemaining(read::add);
    }
    return read;
  }
}
