package io.twinlane.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseRowReader;
import io.twinlane.clickhouse.ClickHouseSchema;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.jobs.silver.BatchLane;
import io.twinlane.lake.LandedFiles;
import io.twinlane.normalize.CategoryRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestFilesJobTest {
  private static final Catalog CATALOG = BatchLane.CATALOG;
  private static final Category EVENTS = CATALOG.category("economic_event");
  private static final int NEXT_VERSION = CATALOG.source("eia").version() + 1;

  @TempDir
  static Path shared;
  private static EmbeddedFlink flink;
  private static EmbeddedClickHouse server;
  private static ClickHouseConfig clickhouse;

  @TempDir
  private Path dir;
  private BatchLane lane;

  @BeforeAll
  static void start() {
    flink = EmbeddedFlink.start(new Configuration(), 0);
    server = EmbeddedClickHouse.start(shared.resolve("clickhouse"), 0, 0);
    clickhouse = ClickHouseConfig.at(server.httpUrl(), CATALOG.platform().clickhouseDatabase());
  }

  @AfterAll
  static void stop() {
    flink.close();
    server.close();
  }

  @BeforeEach
  void open() {
    lane = new BatchLane(flink, dir.resolve("lake"));
    ClickHouseSchema.apply(clickhouse, List.of("DROP DATABASE IF EXISTS " + clickhouse.database()));
    ClickHouseSchema.apply(clickhouse, ClickHouseTables.createStatements(CATALOG));
  }

  private void land(Instant landed, String name, String text) throws Exception {
    Path file = Files.writeString(dir.resolve(name), text);
    LandedFiles.land(lane.lake, CATALOG.source("eia"), file, landed);
  }

  private static String stocks(String series, String value) {
    return "{\"response\":{\"data\":[{\"period\":\"2026-11-13\",\"series\":\"" + series + "\",\"value\":" + value
        + ",\"units\":\"MBBL\"}]}}";
  }

  private void run(Catalog catalog) throws Exception {
    lane.bronze("eia");
    lane.silver(catalog, EVENTS.name(), 2);
    IngestFilesJob.run(lane.environment(1), catalog, EVENTS, lane.lake, clickhouse);
  }

  private static List<CategoryRow> rows() {
    try (ClickHouseRowReader<CategoryRow> table = ClickHouseRowReader.ofCategory(clickhouse, EVENTS, CATALOG.states());
        Stream<CategoryRow> rows = table.stream()) {
      return rows.toList();
    }
  }

  private static List<String> ask(String sql) {
    try (Client client = clickhouse.open()) {
      return client.queryAll(sql).stream().map(row -> row.getString(1)).toList();
    }
  }

  @Test
  void clickhouse_has_the_rows_and_unqualified_rows_of_files_once_however_often_the_job_runs() throws Exception {
    land(Instant.now(), "good.json", stocks("A", "\"12.5\""));
    land(Instant.now(), "bad.json", stocks("B", "\"many\""));
    for (int i = 0; i < 2; i++) {
      run(CATALOG);
      assertThat(rows()).as("rows").containsExactlyInAnyOrderElementsOf(lane.rows(EVENTS.name())).hasSize(1);
      assertThat(ask("SELECT reason || ' ' || raw_value || ' ' || origin FROM unqualified FINAL")).as("unqualified").singleElement()
          .asString().startsWith("NOT_A_NUMBER many raw/rest/eia/petroleum_stoc_wstk/dt=").endsWith("/bad.json");
    }
    assertThat(ask("SELECT subject FROM economic_event_latest")).as("latest snapshot").containsExactly("A");
  }

  @Test
  void what_a_mended_mapping_gives_no_more_leaves_clickhouse_too() throws Exception {
    land(Instant.now(), "good.json", stocks("A", "\"12.5\""));
    land(Instant.now(), "bad.json", stocks("B", "\"many\""));
    run(CATALOG);
    run(mended());
    assertThat(ask("SELECT release || ' ' || mapping_version FROM economic_event FINAL"))
        .containsExactly("other_release eia/" + NEXT_VERSION);
    assertThat(ask("SELECT mapping_version FROM unqualified FINAL")).containsExactly("eia/" + NEXT_VERSION);
  }

  @Test
  void a_mapping_that_is_taken_back_leaves_no_row_of_the_newer_one() throws Exception {
    land(Instant.now(), "good.json", stocks("A", "\"12.5\""));
    land(Instant.now(), "bad.json", stocks("B", "\"many\""));
    run(mended());
    run(CATALOG);
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(lane.rows(EVENTS.name())).hasSize(1);
    assertThat(ask("SELECT mapping_version FROM unqualified FINAL")).containsExactly("eia/" + (NEXT_VERSION - 1));
  }

  @Test
  void rows_that_clickhouse_would_forget_at_once_stay_in_silver_alone() throws Exception {
    land(Instant.now().minus(EVENTS.retention()).minus(1, ChronoUnit.HOURS), "old.json", stocks("OLD", "\"1\""));
    land(Instant.now(), "new.json", stocks("NEW", "\"2\""));
    run(CATALOG);
    assertThat(lane.rows(EVENTS.name())).as("silver").hasSize(2);
    assertThat(ask("SELECT subject FROM economic_event")).as("ClickHouse").containsExactly("NEW");
  }

  /** The repository's catalog with eia's next mapping, which gives every figure to another release. */
  private Catalog mended() throws Exception {
    Path root = dir.resolve("repository");
    for (String part : List.of("catalog", "sql")) {
      FileUtils.copyDirectory(BatchLane.ROOT.resolve(part).toFile(), root.resolve(part).toFile(), file -> !file.getName().equals("target"));
    }
    Path mapping = root.resolve("catalog/sources/eia/mapping.yaml");
    Files.writeString(mapping, Files.readString(mapping).replaceFirst("version: \\d+", "version: " + NEXT_VERSION)
        .replace("{value: eia_weekly_petroleum_stocks}", "{value: other_release}"));
    return CatalogLoader.load(root);
  }
}
