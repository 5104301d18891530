package io.twinlane.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.clickhouse.client.api.Client;
import com.fasterxml.jackson.databind.JsonNode;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.ControlCharacters;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.Connections;
import io.twinlane.jobs.RefusedComputation;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.OffsetRange;
import io.twinlane.kafka.replay.ReplayCounts;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.local.jobs.LocalJobs;
import io.twinlane.local.jobs.StartedJobs;
import io.twinlane.local.recordings.Player;
import io.twinlane.local.recordings.Recordings;
import io.twinlane.local.recordings.WhatBecame;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.terminal.Terminal;
import io.twinlane.local.up.LocalPlatform;
import io.twinlane.proof.conservation.LiveTally;
import io.twinlane.proof.conservation.SourceCount;
import io.twinlane.proof.parity.LaneParity;
import io.twinlane.proof.parity.ParityResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Both lanes over a person's own folder with hostile messages in it; then the proofs are made to fail, one after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BothLanesTest {
  private static final Path ROOT = Path.of(System.getProperty("twinlane.root"));

  @TempDir
  static Path folder;

  private static Progress progress;
  private static LocalPlatform platform;
  private static Catalog catalog;
  private static StartedJobs jobs;
  private static Connections connections;
  private static DemoFindings findings;

  @BeforeAll
  static void run_both_lanes() throws Exception {
    Path data = HostileMessages.write(folder.resolve("data"));
    Material material = DataFolder.read(data, BadQueries.addTo(CatalogLoader.load(ROOT)), MaxGap.STANDARD);
    catalog = material.catalog();
    PlatformConfig config = PlatformConfig.resolve(ROOT, Map.of(), Map.of(), List.of("kafka.port=0", "clickhouse.port=0",
        "clickhouse.tcp-port=0", "redis.port=0", "flink.port=0", "state.dir=" + folder.resolve("state")));
    progress = Terminal.plain(System.out, System.out).progress();
    platform = LocalPlatform.start(config, progress);
    jobs = LocalJobs.start(platform, catalog, progress);
    connections = jobs.connections();
    findings = new DemoRun(platform, jobs, material, progress).run(Speed.FLAT_OUT, MaxGap.STANDARD);
  }

  @AfterAll
  static void stop() {
    if (platform != null) {
      platform.close();
    }
    progress.close();
  }

  @Test
  @Order(1)
  void every_check_holds() {
    assertThat(findings.checks()).filteredOn(check -> !BadQueries.NAMES.contains(check.name().replace("computation:", "")))
        .hasSizeGreaterThan(10).allSatisfy(check -> assertThat(check.ok()).as(check.name() + ": " + check.detail()).isTrue());
    assertThat(findings.checks()).extracting(Summary.Check::name)
        .contains("computation:research/bars_1m", "computation:research/book_imbalance");
  }

  @Test
  @Order(1)
  void a_query_that_cannot_be_planned_is_refused_alone_by_file_and_line() {
    assertThat(jobs.computations().verdict()).isEqualTo("1 of 4 computations refused");
    assertThat(jobs.computations().refused()).containsExactly(new RefusedComputation(BadQueries.UNPLANNABLE, List.of(
        "sql/research/misspelt/query.sql:2: unknown column last_pric; did you mean last_price?")));
    assertThat(findings.checks()).filteredOn(check -> check.name().equals("computation:" + BadQueries.UNPLANNABLE)).singleElement()
        .satisfies(check -> assertThat(check.ok()).isFalse());
  }

  @Test
  @Order(1)
  void a_query_that_dies_of_a_row_fails_alone_and_is_told_by_name_and_cause() throws Exception {
    assertThat(findings.checks()).filteredOn(check -> check.name().equals("computation:" + BadQueries.DYING)).singleElement()
        .satisfies(check -> {
          assertThat(check.ok()).isFalse();
          assertThat(check.detail()).startsWith("job compute-research-dies_of_a_row is ").endsWith("TRY_CAST gives NULL instead of failing");
        });
    assertThat(new FlinkRest(platform.addresses().flink()).jobs()).filteredOn(job -> job.lastFailure() != null).singleElement()
        .satisfies(job -> {
          assertThat(job.name()).isEqualTo("compute-research-dies_of_a_row");
          assertThat(job.lastFailure().cause()).contains("For input string").doesNotContain("\n").hasSizeLessThan(400);
        });
  }

  @Test
  @Order(1)
  void every_hostile_message_is_unqualified_with_its_reason_and_nothing_else_is_touched() {
    SourceCount ib = findings.live().get("ib");
    assertThat(ib).extracting(SourceCount::raw, SourceCount::withRows, SourceCount::unqualified, SourceCount::drops)
        .containsExactly(9L, 3L, 6L, 0L);
    assertThat(ib.unqualifiedByReason()).containsExactlyInAnyOrderEntriesOf(Map.of(
        "NOT_JSON", 1L, "TRUNCATED", 1L, "WRONG_TYPE", 1L, "NUMBER_OUT_OF_RANGE", 1L, "INVALID_UTF8", 1L, "TOO_LARGE", 1L));
    assertThat(findings.batch().get("ib").unqualifiedByReason()).isEqualTo(ib.unqualifiedByReason());
  }

  @Test
  @Order(1)
  void a_message_with_one_bad_part_keeps_its_good_rows() {
    SourceCount coinbase = findings.live().get("coinbase");
    assertThat(coinbase).extracting(SourceCount::raw, SourceCount::withRows, SourceCount::unqualified, SourceCount::drops)
        .containsExactly(9L, 5L, 3L, 1L);
    assertThat(coinbase.unqualifiedByReason()).containsExactlyInAnyOrderEntriesOf(Map.of("NOT_A_NUMBER", 1L, "NOT_A_TIME", 1L,
        "TIME_IN_FUTURE", 1L, "CONTROL_CHARACTER", 1L, "BELOW_MINIMUM", 1L));
    assertThat(findings.batch().get("coinbase").unqualifiedByReason()).isEqualTo(coinbase.unqualifiedByReason());
    assertThat(findings.rows()).filteredOn(row -> row.source().equals("coinbase") && row.category().equals("order_book"))
        .singleElement().extracting(SourceRowCounts::clickhouse, SourceRowCounts::silver).containsExactly(6L, 6L);
  }

  @Test
  @Order(1)
  void a_row_of_the_far_future_does_not_own_the_latest_snapshot() throws Exception {
    try (Client client = connections.clickhouse().open()) {
      assertThat(client.queryAll("SELECT toString(last_price) AS price FROM market_tick_latest WHERE symbol = 'ABC-USD'"))
          .singleElement().satisfies(row -> assertThat(row.getString("price")).isEqualTo("10.75"));
    }
  }

  @Test
  @Order(1)
  void the_report_of_hostile_messages_steers_no_terminal() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>(findings.results().lines());
    lines.add("latest ABC\u001b[31m-USD\n\nAll checks hold");
    Summary summary = Summaries.of(platform, connections, findings, Instant.now(), 1);

    new DemoReport(Terminal.plain(stream, stream)).print(summary, findings.rows(), new Results(lines));

    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("latest ABC\\x1b[31m-USD\\x0a\\x0aAll checks hold")
        .satisfies(text -> assertThat(text.chars()).noneMatch(c -> c != '\n' && ControlCharacters.isOne(c)));
  }

  @Test
  @Order(1)
  void a_file_that_was_cut_off_refused_or_incomplete_is_one_unqualified_record_beside_the_good_ones() {
    SourceCount eia = findings.batch().get("eia");
    assertThat(eia).extracting(SourceCount::raw, SourceCount::withRows, SourceCount::unqualified).containsExactly(5L, 2L, 3L);
    assertThat(eia.unqualifiedByReason()).containsExactlyInAnyOrderEntriesOf(Map.of("TRUNCATED", 1L, "NO_RECORDS", 1L, "INCOMPLETE", 1L));
  }

  @Test
  @Order(1)
  void rows_and_unqualified_rows_of_files_are_in_clickhouse_too() {
    assertThat(findings.rows()).filteredOn(row -> row.source().equals("eia")).singleElement()
        .extracting(SourceRowCounts::clickhouse, SourceRowCounts::silver, SourceRowCounts::agrees).containsExactly(2L, 2L, true);
    assertThat(findings.checks()).extracting(Summary.Check::name, Summary.Check::counted)
        .contains(tuple("stored:economic_event", true), tuple("stored:unqualified", true), tuple("parity:economic_event", false));
    try (Client client = connections.clickhouse().open()) {
      assertThat(client.queryAll("SELECT reason FROM unqualified WHERE source_system = 'eia'")).extracting(row -> row.getString("reason"))
          .containsExactlyInAnyOrder("TRUNCATED", "NO_RECORDS", "INCOMPLETE");
    }
  }

  @Test
  @Order(1)
  void the_most_frequent_reasons_stand_out_with_their_first_message() {
    SourceCount eia = findings.batch().get("eia");
    assertThat(findings.standOuts().rows("eia")).isEqualTo(eia.unqualifiedByReason().values().stream().mapToLong(Long::longValue).sum());
    assertThat(findings.standOuts().of("eia")).extracting(Summary.StandOut::reason, Summary.StandOut::rows)
        .containsExactlyInAnyOrder(tuple("TRUNCATED", 1L), tuple("NO_RECORDS", 1L), tuple("INCOMPLETE", 1L));
    assertThat(findings.standOuts().of("eia")).filteredOn(kind -> kind.reason().equals("TRUNCATED")).singleElement()
        .satisfies(kind -> assertThat(kind.origin()).endsWith("/cut-off.json"));
  }

  @Test
  @Order(1)
  void every_computation_has_read_all_rows_and_more_than_all_is_not_read() throws Exception {
    FlinkRest flink = new FlinkRest(platform.addresses().flink());
    try (LiveTally tally = new LiveTally(connections.kafka(), catalog, List.of(catalog.source("ib"), catalog.source("coinbase")))) {
      tally.catchUp();
      for (Computation computation : catalog.computations().stream().filter(one -> !BadQueries.are(one)).toList()) {
        JobReach job = new JobReach(flink, job(flink, computation.jobName()).path("jid").asText());
        Map<String, OffsetRange> rows = tally.read(computation.inputs());
        assertThat(rows).as("topics of " + computation.jobName()).isNotEmpty();
        assertThat(job.unread(rows)).as(computation.jobName()).isZero();
        rows.replaceAll((partition, range) -> new OffsetRange(range.from(), range.end() + 2));
        assertThat(job.unread(rows)).as(computation.jobName() + " with more rows").isEqualTo(2L * rows.size());
        assertThat(job.unread(Map.of("category.none/0", new OffsetRange(5_000_000_000L, 5_000_000_003L))))
            .as("a topic that it has read nothing of, and that begins late").isEqualTo(3);
      }
    }
  }

  @Test
  @Order(2)
  void a_tampered_row_in_clickhouse_breaks_parity_and_is_shown() throws Exception {
    try (Client client = connections.clickhouse().open()) {
      client.query("ALTER TABLE market_tick UPDATE last_price = 99.5 WHERE source_system = 'ib' AND last_price = 10.9 SETTINGS mutations_sync = 1")
          .get().close();
    }

    ParityResult parity =
        new LaneParity(catalog, connections.clickhouse(), connections.lake()).compare(catalog.category("market_tick"));

    assertThat(parity.holds()).isFalse();
    assertThat(parity.different()).isEqualTo(1);
    assertThat(parity.findings()).singleElement().asString()
        .startsWith("raw.ib@").endsWith("last_price=99.5 in the streaming lane, last_price=10.9 in the batch lane");
  }

  @Test
  @Order(3)
  void what_became_of_a_replay_is_told_by_its_own_messages_in_a_topic_that_is_in_use() throws Exception {
    Source ib = catalog.source("ib");
    Recordings recordings = new Recordings(catalog, MaxGap.STANDARD, new ArrayList<>());
    recordings.add(ib, folder.resolve("data/ib/frames.jsonl"));
    try (WhatBecame whatBecame = new WhatBecame(connections.kafka(), catalog, ib)) {
      ReplayCounts counts = new Player(connections.kafka(), catalog.platform().maxRecordBytes())
          .play(recordings.bySource(), Speed.FLAT_OUT, MaxGap.STANDARD, progress);

      assertThat(whatBecame.await(counts, progress).text()).isEqualTo("ib: 9 messages: 2 with rows, 6 unqualified (INVALID_UTF8 1, NOT_JSON 1, "
          + "NUMBER_OUT_OF_RANGE 1, TOO_LARGE 1, TRUNCATED 1, WRONG_TYPE 1), 1 dropped");
      assertThat(counts.offsets().values()).allSatisfy(ranges -> assertThat(ranges.get(0).from()).isPositive());
    }
  }

  @Test
  @Order(4)
  void a_message_that_nobody_normalizes_breaks_conservation_and_is_named() throws Exception {
    Source ib = catalog.source("ib");
    cancel("normalize-ib");
    Path more = folder.resolve("more.jsonl");
    Files.writeString(more, "{\"topic\":\"smd+1\",\"conid\":1,\"31\":\"11.1\"}\n");
    Recordings recordings = new Recordings(catalog, MaxGap.STANDARD, new ArrayList<>());
    recordings.add(ib, more);
    new Player(connections.kafka(), catalog.platform().maxRecordBytes())
        .play(recordings.bySource(), Speed.FLAT_OUT, MaxGap.STANDARD, progress);

    try (LiveTally tally = new LiveTally(connections.kafka(), catalog, List.of(ib))) {
      tally.catchUp();

      assertThat(tally.counts().get("ib").conserved()).isFalse();
      assertThat(tally.counts().get("ib").findings()).singleElement().asString().startsWith("raw.ib@").endsWith("left no trace");
    }
  }

  private static void cancel(String name) throws Exception {
    FlinkRest flink = new FlinkRest(platform.addresses().flink());
    String id = job(flink, name).path("jid").asText();
    HttpRequest request = HttpRequest.newBuilder(URI.create(platform.addresses().flink() + "/jobs/" + id + "?mode=cancel"))
        .method("PATCH", HttpRequest.BodyPublishers.noBody()).build();
    assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(202);
    Awaitility.await().untilAsserted(() -> assertThat(job(flink, name).path("state").asText()).isEqualTo("CANCELED"));
  }

  private static JsonNode job(FlinkRest flink, String name) throws IOException {
    for (JsonNode job : flink.ask("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals(name)) {
        return job;
      }
    }
    throw new AssertionError("no job " + name);
  }
}
