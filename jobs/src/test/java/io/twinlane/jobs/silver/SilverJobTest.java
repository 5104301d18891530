package io.twinlane.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Condition;
import io.twinlane.catalog.Rule;
import io.twinlane.catalog.Source;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RawMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SilverJobTest {
  private static EmbeddedFlink flink;

  @TempDir
  private Path dir;
  private BatchLane lane;

  @BeforeAll
  static void start() {
    flink = EmbeddedFlink.start(new Configuration(), 0);
  }

  @AfterAll
  static void stop() {
    flink.close();
  }

  @BeforeEach
  void open() {
    lane = new BatchLane(flink, dir);
  }

  private static List<RawMessage> ib() throws Exception {
    List<RawMessage> messages = BatchLane.recorded("ib", "smd.jsonl");
    messages.add(BatchLane.message("ib", messages.size(), "not json"));
    messages.add(BatchLane.message("ib", messages.size(), new byte[] {(byte) 0xff}));
    return messages;
  }

  private void archiveAll() throws Exception {
    lane.archive("ib", ib());
    lane.archive("coinbase", BatchLane.recorded("coinbase", "feed.jsonl"));
    for (String source : List.of("ib", "coinbase")) {
      lane.bronze(source);
    }
  }

  @Test
  void the_result_is_the_same_under_any_parallelism_and_in_every_run() throws Exception {
    archiveAll();
    SilverCounts one = lane.silver(BatchLane.CATALOG, "market_tick", 1);
    List<CategoryRow> rows = lane.rows("market_tick");
    List<String> unqualified = lane.unqualified("market_tick");
    assertThat(rows).as("rows").hasSizeGreaterThan(100).doesNotHaveDuplicates();
    assertThat(unqualified).as("unqualified").hasSizeGreaterThan(2);
    SilverCounts four = lane.silver(BatchLane.CATALOG, "market_tick", 4);
    assertThat(lane.rows("market_tick")).as("rows at parallelism 4").containsExactlyInAnyOrderElementsOf(rows);
    assertThat(lane.unqualified("market_tick")).as("unqualified at parallelism 4").containsExactlyInAnyOrderElementsOf(unqualified);
    assertThat(four).as("counts").isEqualTo(one);
  }

  @Test
  void every_message_is_counted_once_over_the_categories_of_its_source() throws Exception {
    archiveAll();
    SilverCounts.OfSource ib = lane.silver("ib", "market_tick");
    assertThat(ib.messages()).as("messages of ib").isEqualTo(ib().size());
    assertThat(ib.accounted()).as("accounted of ib: " + ib).isEqualTo(ib.messages());
    assertThat(ib.unqualifiedByReason()).as("reasons").containsEntry("NOT_JSON", 2L).containsEntry("INVALID_UTF8", 1L);
    SilverCounts.OfSource ticks = lane.silver("coinbase", "market_tick");
    SilverCounts.OfSource books = lane.silver("coinbase", "order_book");
    assertThat(books.dropped()).as("drops count in the home category alone").isZero();
    SilverCounts.OfSource both = ticks.plus(books);
    assertThat(both.accounted()).as("accounted of coinbase: " + both).isEqualTo(both.messages());
    assertThat(both.withRows()).as("with rows").isGreaterThan(ticks.withRows());
    assertThat(lane.rows("order_book")).as("one message, many rows").hasSizeGreaterThan(Math.toIntExact(books.withRows()));
  }

  @Test
  void rows_that_a_mended_mapping_gives_no_more_are_gone_even_when_none_is_left() throws Exception {
    lane.archive("coinbase", BatchLane.recorded("coinbase", "feed.jsonl"));
    lane.bronze("coinbase");
    lane.silver(BatchLane.CATALOG, "order_book", 2);
    assertThat(lane.rows("order_book")).as("before").isNotEmpty();
    SilverCounts counts = lane.silver(dropping("coinbase", "snapshot", "l2update"), "order_book", 2);
    assertThat(lane.rows("order_book")).as("after").isEmpty();
    assertThat(counts.bySource().get("coinbase").withRows()).as("with rows").isZero();
  }

  private static Catalog dropping(String name, String... kinds) {
    Catalog catalog = BatchLane.CATALOG;
    List<Source> sources = new ArrayList<>();
    for (Source source : catalog.sources()) {
      sources.add(source.name().equals(name) ? dropping(source, List.of(kinds)) : source);
    }
    return new Catalog(catalog.platform(), catalog.states(), catalog.units(), catalog.categories(), sources, catalog.teams(),
        catalog.computations(), catalog.instruments(), catalog.reasons());
  }

  private static Source dropping(Source source, List<String> kinds) {
    List<Rule> drops = new ArrayList<>(source.drops());
    drops.add(new Rule(new Condition(null, "kind", kinds, null, false), "REDUNDANT"));
    return new Source(source.name(), source.version() + 1, source.description(), source.lane(), source.type(), source.dataset(),
        source.format(), source.records(), source.identifier(), source.columns(), drops, source.messages());
  }

  @Test
  void files_give_rows_of_every_wide_line_and_every_element() throws Exception {
    lane.land("eia", BatchLane.ROOT.resolve("catalog/sources/eia/samples/weekly-stocks.json"));
    lane.land("cftc", BatchLane.ROOT.resolve("catalog/sources/cftc/samples/disaggregated-futures.txt"));
    long eia = lane.bronze("eia");
    long cftc = lane.bronze("cftc");
    SilverCounts counts = lane.silver(BatchLane.CATALOG, "economic_event", 2);
    assertThat(counts.bySource().get("eia").messages()).as("records of eia").isEqualTo(eia).isGreaterThan(10);
    assertThat(counts.bySource().get("cftc").withRows()).as("lines of cftc with rows").isEqualTo(cftc).isGreaterThan(3);
    assertThat(lane.rows("economic_event")).as("rows").hasSizeGreaterThan(Math.toIntExact(eia + 20 * cftc)).doesNotHaveDuplicates();
  }

  @Test
  void an_empty_bronze_gives_an_empty_silver() throws Exception {
    SilverCounts counts = lane.silver(BatchLane.CATALOG, "market_tick", 2);
    assertThat(lane.rows("market_tick")).as("rows").isEmpty();
    assertThat(counts.bySource().get("ib").messages()).as("messages").isZero();
  }

  @Test
  void a_category_without_sources_is_refused() {
    assertThatThrownBy(() -> lane.silver(BatchLane.CATALOG, "indicator", 2)).hasMessage("Cannot run silver-indicator: no source gives rows "
        + "of it. Allowed: [economic_event, market_tick, order_book]");
  }
}
