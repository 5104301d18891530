package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} finds without any engine, and how it tells it. */
class CheckTest {
  private static final String MINE = "sql/research/mine/";
  private static final String YAML = """
      description: The last price
      keys: [symbol]
      inputs: [market_tick]
      columns:
        - {name: symbol, type: STRING, description: What}
        - {name: price, type: "DECIMAL(24, 12)", description: How much}
      """;
  private static final String SQL = "SELECT\n  symbol,\n  last_price AS price\nFROM\n  market_tick\n";
  @TempDir
  Path root;
  private CatalogCopy copy;

  @BeforeEach
  void copy() throws IOException {
    copy = new CatalogCopy(root);
  }

  @Test
  void what_is_in_order_is_counted() throws IOException {
    Outcome outcome = copy.run("check");
    assertThat(outcome.out()).startsWith("In order: 4 categories, ").contains(" 5 sources, ", " 1 team, ", " scenarios of mappings run, ",
        "2 queries planned; ", " scenarios of computations need engines: ./twinlane test.").hasLineCount(1);
    assertThat(outcome.code()).isZero();
    Outcome json = copy.run("check", "--json");
    assertThat(json.json().path("counts").path("categories").asInt()).isEqualTo(4);
    assertThat(json.json().path("warnings").isArray()).isTrue();
  }

  @Test
  void each_problem_of_the_catalog_has_its_file_and_line() throws IOException {
    copy.damage("catalog/categories/indicator.yaml", "category: indicator", "category: [broken");
    copy.damage("catalog/sources/ib/mapping.yaml", "lane: live", "lane: fast");
    Outcome outcome = copy.run("check");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).doesNotContain("Cannot");
    assertThat(outcome.out().lines()).anyMatch(line -> line.matches("catalog/categories/indicator.yaml:\\d+: .*"))
        .anyMatch(line -> line.matches("catalog/sources/ib/mapping.yaml:\\d+: .*"))
        .contains("Not looked at because of the above: whether derived texts are fresh, the scenarios of ib.").last().asString()
        .matches("\\d+ problems\\.");
    Outcome json = copy.run("check", "--json");
    assertThat(json.json().path("ok").asBoolean(true)).isFalse();
    assertThat(json.json().path("problems").path(0).path("file").asText()).isEqualTo("catalog/categories/indicator.yaml");
  }

  @Test
  void a_query_is_planned_even_where_another_teams_file_is_broken() throws IOException {
    copy.write("catalog/teams/broken.yaml", "team: [\n");
    copy.write(MINE + "computation.yaml", YAML);
    copy.write(MINE + "query.sql", SQL.replace("last_price", "last_pric"));
    assertThat(told()).anyMatch(line -> line.startsWith("catalog/teams/broken.yaml:2: not YAML"))
        .contains(MINE + "query.sql:3: unknown column last_pric; did you mean last_price?")
        .anyMatch(line -> line.startsWith(MINE.substring(0, MINE.length() - 1) + ": warning: the computation has no scenario"));
  }

  @Test
  void a_computation_whose_own_file_is_broken_is_left_out_and_no_other() throws IOException {
    copy.write(MINE + "computation.yaml", YAML.replace("DECIMAL(24, 12)", "FLOATY"));
    copy.write(MINE + "query.sql", SQL);
    copy.damage("sql/research/bars_1m/query.sql", "GROUP BY", "GROUPED BY");
    assertThat(told()).anyMatch(line -> line.startsWith(MINE + "computation.yaml:6: column price: unknown type FLOATY"))
        .anyMatch(line -> line.matches("sql/research/bars_1m/query.sql:\\d+: .*"))
        .anyMatch(line -> line.startsWith("Not looked at because of the above: ")
            && line.endsWith("the query and the scenarios of research/mine."));
  }

  @Test
  void what_is_stale_is_told_even_where_a_teams_file_is_broken() throws IOException {
    copy.write("catalog/teams/broken.yaml", "team: [\n");
    copy.write("catalog/derived/glossary.md", "by hand");
    copy.write("sql/research/bars_1m/scenarios/nowhere/out.jsonl/a_file", "where a file should be");
    assertThat(told()).contains("catalog/derived/glossary.md: stale, it differs from what the catalog says: ./twinlane render",
        "Not looked at because of the above: whether catalog/derived/redis/keys.yaml is fresh.");
  }

  @Test
  void a_failing_scenario_is_told_and_a_rule_that_no_scenario_uses_is_a_warning() throws IOException {
    copy.damage("catalog/sources/coinbase/scenarios/trades/rows.jsonl", "LIVE", "LIFE");
    copy.damageAll("catalog/sources/coinbase/scenarios", "raw.jsonl", "l2update", "heartbeat");
    JsonNode told = copy.run("check", "--json").json();
    assertThat(told.path("problems")).anyMatch(problem -> problem.path("file").asText().endsWith("/coinbase/scenarios/trades/rows.jsonl")
        && problem.path("line").asInt() == 2 && problem.path("text").asText().matches("message 2 row 0: .* LIVE\", the file expects .*"));
    assertThat(told.path("warnings").toString()).contains(
        "message rule book-update has no scenario: no message of scenarios/*/ takes it");
  }

  @Test
  void a_warning_alone_says_yes() throws IOException {
    copy.write(MINE + "computation.yaml", YAML);
    copy.write(MINE + "query.sql", SQL);
    copy.run("render");
    Outcome outcome = copy.run("check");
    assertThat(outcome.out()).startsWith("sql/research/mine: warning: the computation has no scenario").endsWith(" 1 warning.\n");
    assertThat(outcome.code()).isZero();
    assertThat(copy.run("check", "--json").json().path("warnings")).hasSize(1);
  }

  @Test
  void broken_scenario_files_of_a_computation_are_told_without_engines() throws IOException {
    copy.damage("sql/research/bars_1m/scenarios/coinbase_matches/out.jsonl", "{", "");
    copy.write("sql/research/bars_1m/scenarios/nothing/out.jsonl", "");
    assertThat(told()).anyMatch(line -> line.startsWith("sql/research/bars_1m/scenarios/coinbase_matches/out.jsonl:1: column "))
        .contains("sql/research/bars_1m/scenarios/nothing: the scenario has no row: give it in.<category>.jsonl or raw.<source>.jsonl");
  }

  @Test
  void what_is_stale_is_told_with_the_command_that_mends_it() throws IOException {
    copy.write("catalog/derived/glossary.md", "by hand");
    copy.damage("catalog/sources/ib/mapping.yaml", "otherwise: UNKNOWN", "otherwise: LIVE");
    assertThat(told()).contains("catalog/derived/glossary.md: stale, it differs from what the catalog says: ./twinlane render")
        .anyMatch(line -> line.matches("catalog/sources/ib/mapping.yaml:2: the mapping changed .*: raise version to \\d+\\. .*"));
  }

  @Test
  void a_path_narrows_what_is_told() throws IOException {
    copy.damage("catalog/sources/coinbase/scenarios/trades/rows.jsonl", "LIVE", "LIFE");
    copy.write(MINE + "computation.yaml", YAML);
    copy.write(MINE + "query.sql", "SELECT 1");
    Outcome outcome = copy.run("check", "sql/research/mine");
    assertThat(outcome.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("sql/research/mine") || line.endsWith(" problems, 1 warning."));
    assertThat(copy.run("check", "sql/research/bars_1m/query.sql").code()).isZero();
    Outcome nowhere = copy.run("check", "sql/nowhere");
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.err()).startsWith("Cannot check sql/nowhere: there is no such file or folder in ");
  }

  private List<String> told() {
    Outcome outcome = copy.run("check");
    assertThat(outcome.code()).isEqualTo(1);
    return outcome.out().lines().toList();
  }
}
