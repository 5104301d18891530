package io.twinlane.normalize.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Problem;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.load.Problems;
import io.twinlane.normalize.NormalizeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told of a scenario that does not hold, or that cannot be read. */
class MappingCheckTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final String MATCH = "{\"type\":\"match\",\"trade_id\":1,\"side\":\"sell\",\"size\":\"2.5\",\"price\":\"10\","
      + "\"product_id\":\"BTC-USD\",\"time\":\"2025-11-20T14:30:00.5Z\"}\n";
  private static final String ROW = "{\"message\":0,\"row\":0,\"category\":\"market_tick\",\"symbol\":\"BTC-USD LIVE\","
      + "\"event_time\":\"2025-11-20T14:30:00.500Z LIVE\",\"last_price\":\"10 1_usd LIVE\",\"last_size\":\"2.5 1_btc LIVE\","
      + "\"last_side\":\"sell LIVE\",\"trade_id\":\"1 LIVE\"}\n";
  private static final String DROP = "{\"message\":1,\"reason\":\"HEARTBEAT\"}\n";
  @TempDir Path root;
  private Problems problems;

  @BeforeEach
  void write() throws IOException {
    problems = new Problems(root);
    file("raw.jsonl", MATCH + "{\"type\":\"heartbeat\"}\n");
    file("rows.jsonl", ROW);
    file("dropped.jsonl", DROP);
  }

  @Test
  void a_scenario_that_holds_says_nothing_and_names_the_rules_that_it_used() {
    assertThat(run()).containsExactly("match");
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void the_order_of_lines_and_of_keys_is_free() throws IOException {
    file("rows.jsonl", ROW.replace("\"message\":0,\"row\":0,", "").replace("LIVE\"}", "LIVE\",\"row\":0,\"message\":0}") + "\n\n");
    assertThat(told()).isEmpty();
  }

  @Test
  void a_recording_that_is_no_file_is_told_and_not_waited_for() throws IOException {
    Files.delete(scenario().folder().resolve("raw.jsonl"));
    Files.createDirectories(scenario().folder().resolve("raw.jsonl"));
    assertThat(told()).contains("raw.jsonl: it is a folder, not a file");
  }

  @Test
  void each_difference_is_told_by_line_with_what_came_and_what_was_expected() throws IOException {
    file("rows.jsonl", "\n" + ROW.replace("10 1_usd", "11 1_usd").replace("last_size", "last_sise"));
    assertThat(told()).containsExactly(
        "rows.jsonl:2: message 0 row 0: last_price is \"10 1_usd LIVE\", the file expects \"11 1_usd LIVE\"",
        "rows.jsonl:2: message 0 row 0: last_size is \"2.5 1_btc LIVE\", the file expects nothing",
        told().get(2));
    assertThat(told().get(2)).startsWith("rows.jsonl:2: unknown field last_sise; did you mean last_size? Known: ");
  }

  @Test
  void rows_that_do_not_come_that_nobody_expects_or_that_stand_twice_are_told() throws IOException {
    file("rows.jsonl", ROW + ROW + ROW.replace("\"message\":0", "\"message\":7"));
    Files.delete(scenario().folder().resolve("dropped.jsonl"));
    assertThat(told()).containsExactly("dropped.jsonl: message 1 came and is not expected: {\"message\":1,\"reason\":\"HEARTBEAT\"}",
        "rows.jsonl:2: message 0 row 0 stands here twice", "rows.jsonl:3: message 7 row 0 is expected and did not come");
  }

  @Test
  void of_many_differences_in_a_file_three_are_told_and_the_number() throws IOException {
    file("rows.jsonl", ROW.replace(" LIVE", " CARRIED") + ROW.replace("\"message\":0", "\"message\":7"));
    assertThat(told()).hasSize(4).startsWith("rows.jsonl:1: and 4 differences more");
  }

  @Test
  void broken_json_is_told_with_its_place_and_hides_no_other_line() throws IOException {
    file("dropped.jsonl", "{\"message\":1,\n[1]\n{\"message\":1,\"message\":2}\n{\"message\":1,\"reason\":\"SESSION\"} x\n" + DROP);
    assertThat(told()).hasSize(4).satisfies(told -> {
      assertThat(told.get(0)).matches("dropped.jsonl:1: column \\d+: not JSON: Unexpected end-of-input.*");
      assertThat(told.get(1)).isEqualTo("dropped.jsonl:2: the line must be an object such as {\"message\":0}, not array");
      assertThat(told.get(2)).matches("dropped.jsonl:3: column \\d+: not JSON: Duplicate field 'message'");
      assertThat(told.get(3)).matches("dropped.jsonl:4: column \\d+: not JSON: .*");
    });
  }

  @Test
  void files_that_nothing_reads_and_a_raw_file_that_is_missing_or_empty_are_told() throws IOException {
    file("row.jsonl", "");
    file("raw.jsonl", "\n\n");
    assertThat(told()).contains("raw.jsonl: the file holds no message: the scenario says nothing",
        "row.jsonl: the file is not read: unknown name row.jsonl; did you mean raw.jsonl? Known: raw.jsonl, rows.jsonl, unqualified.jsonl, "
            + "dropped.jsonl");
    Files.delete(scenario().folder().resolve("raw.jsonl"));
    assertThat(told()).contains("catalog/sources/coinbase/scenarios/mine: the scenario must have exactly one of raw.jsonl, not 0");
  }

  private Set<String> run() {
    return new MappingCheck(NormalizeSpec.of(CATALOG, CATALOG.source("coinbase")), problems).run(scenario());
  }

  private MappingScenario scenario() {
    Source coinbase = CATALOG.source("coinbase");
    return new MappingScenario(coinbase, root.resolve("catalog/sources/coinbase/scenarios/mine"));
  }

  private List<String> told() {
    problems = new Problems(root);
    run();
    return problems.list().stream().map(Problem::toString).map(text -> text.replace("catalog/sources/coinbase/scenarios/mine/", "")).toList();
  }

  private void file(String name, String text) throws IOException {
    Files.createDirectories(scenario().folder());
    Files.writeString(scenario().folder().resolve(name), text);
  }
}
