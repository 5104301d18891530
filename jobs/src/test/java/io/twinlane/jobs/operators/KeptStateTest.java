package io.twinlane.jobs.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.RawMessage;
import io.twinlane.types.RowTypes;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merge state of a real savepoint, taken over by a job of a later catalog at another parallelism. */
class KeptStateTest {
  private static final Catalog NOW = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> FIRST = List.of(
      "{\"conid\":265598,\"topic\":\"smd+265598\",\"6509\":\"DPB\",\"31\":\"103.0\",\"84\":\"102.5\",\"86\":\"103.5\",\"83\":\"1.5\"}",
      "{\"conid\":8314,\"topic\":\"smd+8314\",\"6509\":\"R\",\"31\":\"250\",\"84\":\"249\",\"86\":\"251\"}");
  private static final List<String> SECOND = List.of(
      "{\"conid\":265598,\"topic\":\"smd+265598\",\"85\":\"7\"}",
      "{\"conid\":8314,\"topic\":\"smd+8314\",\"85\":\"9\"}");
  private static final Map<String, Queue<CategoryRow>> ROWS = new ConcurrentHashMap<>();

  private static EmbeddedFlink flink;

  @TempDir
  private Path folder;

  @BeforeAll
  static void start() {
    flink = EmbeddedFlink.start(new Configuration(), 0);
  }

  @AfterAll
  static void stop() {
    flink.close();
  }

  @Test
  void a_later_catalog_takes_state_over_by_the_names_of_its_fields() throws Exception {
    assertCarried(rows("later", NOW, savepoint(Catalogs.before(NOW)), 3));
  }

  /** The savepoint was made on 2026-11-24 from {@link Catalogs#before} of then, and is never made anew. */
  @Test
  void a_savepoint_of_an_earlier_release_is_still_taken_over() throws Exception {
    Path golden = Path.of(KeptStateTest.class.getResource("merge-state-2026-11-24/_metadata").toURI()).getParent();
    assertCarried(rows("golden", NOW, golden.toUri().toString(), 2));
  }

  @Test
  void a_mended_mapping_goes_on_from_kept_state_and_a_row_says_the_oldest_mapping_in_it_until_a_repair() throws Exception {
    Catalog mended = Catalogs.mended(NOW, "ib");
    List<CategoryRow> rows = rows("mended", mended, savepoint(NOW), 2);
    assertCarried(rows);
    assertThat(rows).extracting(row -> row.mappingVersion).containsOnly(NOW.source("ib").mappingVersion());
    assertThat(rows).as("offsets of the messages that the savepoint saw").extracting(row -> row.mergedFrom).containsExactlyInAnyOrder(0L, 1L);
    assertThat(rows("repair", mended, null, 2)).as("without state").extracting(row -> row.mappingVersion)
        .containsOnly(mended.source("ib").mappingVersion());
  }

  @Test
  void a_job_whose_catalog_gave_a_price_another_scale_does_not_start_and_says_why() throws Exception {
    String savepoint = savepoint(NOW);
    JobClient job = run("rescaled", Catalogs.rescaled(NOW), SECOND, savepoint, 2);
    assertThatThrownBy(() -> job.getJobExecutionResult().get()).rootCause().hasMessage(
        "Cannot go on from this savepoint's merge state: last_price was decimal(24,12) and is decimal(24,8). "
            + "Give what changed a new name, or start the job without its state");
    assertThat(ROWS.get("rescaled")).isEmpty();
  }

  private String savepoint(Catalog catalog) throws Exception {
    JobClient job = run("before", catalog, FIRST, null, 1);
    Awaitility.await("rows of both contracts").atMost(PATIENCE).until(() -> ROWS.get("before").size() == FIRST.size());
    return job.stopWithSavepoint(false, folder.toUri() + "savepoints", SavepointFormatType.CANONICAL).get();
  }

  private static List<CategoryRow> rows(String name, Catalog catalog, String savepoint, int parallelism) throws Exception {
    JobClient job = run(name, catalog, SECOND, savepoint, parallelism);
    Awaitility.await("a row of each contract").atMost(PATIENCE).until(() -> ROWS.get(name).size() == SECOND.size());
    job.cancel().get();
    return List.copyOf(ROWS.get(name));
  }

  private static void assertCarried(List<CategoryRow> rows) {
    assertThat(rows).hasSize(SECOND.size()).anySatisfy(row -> {
      assertThat(shown(row, "last_price")).isEqualTo("103 1_usd CARRIED");
      assertThat(shown(row, "bid_price")).as("bid, not ask").isEqualTo("102.5 1_usd CARRIED");
      assertThat(shown(row, "ask_price")).as("ask, not bid").isEqualTo("103.5 1_usd CARRIED");
      assertThat(shown(row, "change_percent")).isEqualTo("1.5 null CARRIED");
      assertThat(shown(row, "ask_size")).as("the news").isEqualTo("7 1_share DELAYED");
      assertThat(shown(row, "trade_id")).as("a field that is new").isEqualTo("null null MISSING");
    }).anySatisfy(row -> {
      assertThat(shown(row, "last_price")).isEqualTo("250 1_usd CARRIED");
      assertThat(shown(row, "bid_price")).isEqualTo("249 1_usd CARRIED");
      assertThat(shown(row, "ask_size")).isEqualTo("9 1_share LIVE");
    });
  }

  private static String shown(CategoryRow row, String field) {
    Category category = NOW.category(row.category);
    int place = category.indexOf(field);
    Object value = row.values[place] instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : row.values[place];
    return value + " " + row.units[place] + " " + NOW.states().name(row.states[place]);
  }

  /** Sends the messages once, then heartbeats until the job is stopped. */
  private static JobClient run(String name, Catalog catalog, List<String> messages, String savepoint, int parallelism) throws Exception {
    ROWS.put(name, new ConcurrentLinkedQueue<>());
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    if (savepoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
      settings.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true); // the messages' own place
    }
    StreamExecutionEnvironment env = flink.environment(settings).setParallelism(parallelism);
    long first = savepoint == null ? 0 : 1000;
    DataStream<RawMessage> raw = env.fromSource(
            new DataGeneratorSource<>(index -> message(messages, index, first + index), Long.MAX_VALUE, RateLimiterStrategy.perSecond(50),
                RowTypes.RAW_MESSAGE),
            WatermarkStrategy.noWatermarks(), "messages", RowTypes.RAW_MESSAGE)
        .setParallelism(1).uid("messages-from-" + first);
    NormalizeOperators.normalize(raw, NormalizeSpec.of(catalog, catalog.source("ib"))).rows()
        .map(row -> {
          ROWS.get(name).add(row);
          return row;
        }).returns(RowTypes.CATEGORY_ROW).uid("collect")
        .sinkTo(new DiscardingSink<>()).uid("end");
    return env.executeAsync(name);
  }

  private static RawMessage message(List<String> messages, long index, long offset) {
    String text = index < messages.size() ? messages.get((int) index) : "{\"topic\":\"tic\"}";
    return new RawMessage("raw.ib/0", offset, 1_777_552_154_000_000L, 1_777_552_154_000_000L, text.getBytes(StandardCharsets.UTF_8), null);
  }
}
