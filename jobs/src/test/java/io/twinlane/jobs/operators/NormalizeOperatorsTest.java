package io.twinlane.jobs.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Source;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.KeyOf;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.Recording;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.RowTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two lanes' shared operators give the same results whatever the mode, the parallelism and the order between contracts. */
class NormalizeOperatorsTest {
  private static final Path ROOT = Path.of(System.getProperty("twinlane.root"));

  private static EmbeddedFlink flink;
  private static NormalizeSpec spec;
  private static List<RawMessage> messages;
  private static List<String> expected;

  @BeforeAll
  static void normalize_once_in_the_plain_order() throws Exception {
    flink = EmbeddedFlink.start(new Configuration(), 0);
    Catalog catalog = CatalogLoader.load(ROOT);
    Source ib = catalog.source("ib");
    spec = NormalizeSpec.of(catalog, ib);
    messages = messages(ROOT.resolve("catalog/sources/ib/samples/smd.jsonl"));
    expected = results(RuntimeExecutionMode.STREAMING, 1, messages);
  }

  @AfterAll
  static void stop() {
    flink.close();
  }

  @ParameterizedTest
  @CsvSource({"STREAMING,2", "STREAMING,4", "BATCH,1", "BATCH,3"})
  void mode_and_parallelism_change_nothing(RuntimeExecutionMode mode, int parallelism) throws Exception {
    assertThat(expected).hasSizeGreaterThan(150);
    assertThat(results(mode, parallelism, messages)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void batch_mode_merges_in_origin_order_however_the_messages_arrive(int seed) throws Exception {
    List<RawMessage> shuffled = new ArrayList<>(messages);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(results(RuntimeExecutionMode.BATCH, 2, shuffled)).isEqualTo(expected);
  }

  private static List<String> results(RuntimeExecutionMode mode, int parallelism, List<RawMessage> input) throws Exception {
    Configuration settings = new Configuration();
    settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    settings.set(ExecutionOptions.RUNTIME_MODE, mode);
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false); // an operator without a uid would fail the test
    StreamExecutionEnvironment env = flink.environment(settings);
    DataStream<RawMessage> raw = env.fromData(input, RowTypes.RAW_MESSAGE).setParallelism(1).name("messages").uid("messages");
    NormalizeOperators.Streams streams = NormalizeOperators.normalize(raw, spec);
    DataStream<String> texts = streams.rows().map(NormalizeOperatorsTest::text).returns(Types.STRING).uid("row-text")
        .union(streams.unqualified().map(NormalizeOperatorsTest::text).returns(Types.STRING).uid("unqualified-text"),
            streams.dropped().map(NormalizeOperatorsTest::text).returns(Types.STRING).uid("dropped-text"));
    List<String> results = new ArrayList<>();
    try (CloseableIterator<String> iterator = texts.executeAndCollect()) {
      iterator.forEachRemaining(results::add);
    }
    Collections.sort(results);
    return results;
  }

  private static String text(CategoryRow row) {
    return row + " " + Arrays.toString(row.units) + " " + Arrays.toString(row.states);
  }

  private static String text(UnqualifiedRow row) {
    return row.origin() + "@" + row.originOffset() + "#" + row.rowIndex() + " " + row.reason() + " " + row.explanation();
  }

  private static String text(DroppedMessage message) {
    return message.origin() + "@" + message.originOffset() + " " + message.reason();
  }

  /** The recording, spread over two partitions by contract. */
  private static List<RawMessage> messages(Path file) throws Exception {
    List<RawMessage> list = new ArrayList<>();
    long[] offsets = new long[2];
    KeyOf keys = new KeyOf(spec.source(), spec.maxRecordBytes());
    try (Recording recording = Recording.open(file)) {
      for (Recording.Recorded line = recording.next(); line != null; line = recording.next()) {
        String key = keys.keyOf(line.message());
        int partition = key == null ? 0 : Math.floorMod(key.hashCode(), 2);
        long received = line.received() == null ? 0 : line.received();
        list.add(new RawMessage("raw.ib/" + partition, offsets[partition]++, received, received, line.message(), null));
      }
    }
    return list;
  }
}
