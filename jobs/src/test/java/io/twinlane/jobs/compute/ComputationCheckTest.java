package io.twinlane.jobs.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Computation.OutputColumn;
import io.twinlane.catalog.Problem;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a team reads when its query cannot run. */
class ComputationCheckTest {
  private static final Catalog CATALOG = CatalogLoader.load(ComputeLab.ROOT);
  private static final ComputeConfig NOWHERE = ComputeConfig.at("127.0.0.1:1", "redis://127.0.0.1:1");
  private static final String QUERY = "sql/research/mine/query.sql";
  private static final String YAML = "sql/research/mine/computation.yaml";

  @Test
  void the_computations_of_the_repository_have_no_problems() {
    assertThat(CATALOG.computations()).as("computations").isNotEmpty().allSatisfy(computation ->
        assertThat(ComputationCheck.problems(CATALOG, computation)).as(computation.jobName()).isEmpty());
  }

  @Test
  void a_column_that_no_table_has_is_told_with_its_place() {
    assertThat(problems("SELECT symbol,\n  MAX(last_prise) AS top\nFROM market_tick GROUP BY symbol",
        "symbol STRING", "top DECIMAL(24, 12)"))
        .containsExactly(new Problem(QUERY, 2, "unknown column last_prise; did you mean last_price?"));
  }

  @Test
  void the_views_of_an_input_may_be_read_in_windows_too() {
    assertThat(problems("SELECT symbol, SUM(size) AS volume\nFROM TUMBLE(TABLE trades, DESCRIPTOR(event_time_ms), INTERVAL '1' MINUTE)\n"
        + "GROUP BY symbol, window_start, window_end", "symbol STRING", "volume DECIMAL(38, 12)")).as("problems of a window").isEmpty();
    assertThat(problems("SELECT symbol, prise AS price FROM trades", "symbol STRING", "price DECIMAL(24, 12)"))
        .singleElement().asString().contains("unknown column prise; did you mean price?");
  }

  @Test
  void what_is_no_sql_is_told_with_its_place() {
    assertThat(problems("SELECT symbol\nFORM market_tick", "symbol STRING")).singleElement()
        .satisfies(problem -> assertThat(problem.toString()).startsWith(QUERY + ":2: column 6: Encountered \"market_tick\""));
  }

  @Test
  void a_table_that_is_no_input_is_told_with_the_inputs() {
    assertThat(problems("SELECT symbol FROM order_book", "symbol STRING")).containsExactly(new Problem(QUERY, 1,
        "column 20: Object 'order_book' not found. Tables are the inputs that computation.yaml names: [market_tick]"));
  }

  @Test
  void columns_that_differ_from_the_declared_ones_are_told_all_at_once() {
    assertThat(problems("SELECT symbol, CAST(last_price AS DOUBLE) AS price, 1 AS extra FROM market_tick",
        "symbol STRING", "price DECIMAL(24, 12)", "volume DECIMAL(24, 12)")).containsExactly(
            new Problem(QUERY, 0, "column price is DOUBLE in the query and DECIMAL(24, 12) in computation.yaml: "
                + "write CAST(... AS DECIMAL(24, 12)) AS price, or declare DOUBLE"),
            new Problem(QUERY, 0, "the query gives no column volume, which computation.yaml declares; it gives [symbol, price, extra]"),
            new Problem(YAML, 0, "column extra of the query is not declared; declared are [symbol, price, volume]"));
  }

  @Test
  void columns_may_come_in_any_order_and_text_of_any_length_is_a_string() {
    assertThat(problems("SELECT 'x' AS kind, symbol FROM market_tick;\n", "symbol STRING", "kind STRING")).as("problems").isEmpty();
  }

  @Test
  void a_result_with_several_rows_a_key_is_refused() {
    assertThat(problems("SELECT symbol, last_side, COUNT(*) AS n FROM market_tick GROUP BY symbol, last_side",
        "symbol STRING", "last_side STRING", "n BIGINT")).containsExactly(new Problem(QUERY, 0,
            "a row of the result is told apart by [symbol, last_side], a Redis key by [symbol]: several rows would write one key in turn. "
                + "Group by the key columns, or make keys what the query groups by"));
  }

  @Test
  void a_result_that_only_adds_rows_keeps_the_newest_of_each_key() {
    assertThat(problems("SELECT symbol, last_price FROM market_tick", "symbol STRING", "last_price DECIMAL(24, 12)"))
        .as("problems").isEmpty();
  }

  @Test
  void deviations_and_variances_are_planned_like_any_other_aggregate() {
    assertThat(problems("SELECT symbol, STDDEV_POP(last_price) AS deviation, VAR_SAMP(last_price) AS variance FROM market_tick GROUP BY symbol",
        "symbol STRING", "deviation DECIMAL(38, 12)", "variance DECIMAL(38, 12)")).as("problems").isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      INSERT INTO market_tick SELECT * FROM market_tick | must hold one SELECT and nothing else
      DROP TABLE market_tick                            | must hold one SELECT and nothing else
      SELECT symbol FROM market_tick; SELECT 1          | must hold one SELECT and nothing else
      SELECT NO_SUCH(symbol) AS symbol FROM market_tick | No match found for function signature NO_SUCH
      SELECT last_price + symbol_state AS symbol FROM market_tick WHERE symbol > DATE '2026-01-01' | Cannot apply '+' to arguments of type
      """)
  void what_cannot_run_is_refused_in_one_sentence_without_a_class_name(String sql, String words) {
    assertThat(problems(sql, "symbol STRING")).singleElement().satisfies(problem -> {
      assertThat(problem.text()).as(sql).contains(words).doesNotContain("Exception").doesNotContain("org.apache").doesNotContain("\n");
      assertThat(problem.text().length()).as("length of: " + problem.text()).isLessThan(400);
    });
  }

  @Test
  void a_type_that_redis_cannot_show_is_refused() {
    assertThat(problems("SELECT symbol, ARRAY[1] AS list FROM market_tick", "symbol STRING", "list ARRAY<INT NOT NULL>")).singleElement()
        .satisfies(problem -> assertThat(problem.text())
            .startsWith("Cannot write column list of type ARRAY<INT NOT NULL> to Redis: allowed are"));
  }

  @Test
  void refusing_tells_every_problem_in_one_message() {
    assertThatThrownBy(() -> ComputeJob.run(
        new StreamExecutionEnvironment(new Configuration()), CATALOG, mine("SELECT 1 AS a FROM market_tick", "symbol STRING"), NOWHERE))
        .hasMessageStartingWith("Cannot run computation research/mine:\n  " + QUERY + ": ").hasMessageContaining("\n  " + YAML + ": ");
  }

  private static List<Problem> problems(String sql, String... columns) {
    return ComputationCheck.problems(CATALOG, mine(sql, columns));
  }

  private static Computation mine(String sql, String... columns) {
    List<OutputColumn> declared = Stream.of(columns)
        .map(c -> new OutputColumn(c.substring(0, c.indexOf(' ')), c.substring(c.indexOf(' ') + 1), "")).toList();
    return new Computation("research", "mine", "", List.of("symbol"), Duration.ofMinutes(60), List.of("market_tick"), declared, sql);
  }
}
