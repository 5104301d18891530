package io.twinlane.jobs.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Computation.OutputColumn;
import io.twinlane.catalog.Problem;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people get wrong most often in query.sql, and what they read then. */
class CommonMistakesTest {
  private static final Catalog CATALOG = CatalogLoader.load(ComputeLab.ROOT);
  private static final String ON_TIME = "windows, and whatever is ordered by time, need event_time_ms, the time in milliseconds: "
      + "write DESCRIPTOR(event_time_ms) or ORDER BY event_time_ms";
  private static final String MANY_ROWS = "several rows would write one key in turn. Group by the key columns, or make keys what the query "
      + "groups by";
  private static final String ONE_SELECT = "the file must hold one SELECT and nothing else: where its result goes, computation.yaml says";

  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '^', textBlock = """
      SELECT symbol, last_pric AS r FROM market_tick                  # unknown column last_pric; did you mean last_price?
      SELECT symbol, 'x' AS r                                         # unknown column symbol: the inputs have it, but what this part of the query reads FROM has not
      SELECT symbol, 'x' AS r FROM market_tik                         # column 30: Object 'market_tik' not found. Tables are the inputs that computation.yaml names: [market_tick]
      SELECT symbol, AVERAGE(last_price) AS r FROM market_tick        # column 16: No match found for function signature AVERAGE(<NUMERIC>)
      SELECT symbol, last_price + symbol AS r FROM market_tick        # column 16: Cannot apply '+' to arguments of type '<DECIMAL(24, 12)> + <STRING>'. Supported form(s): '<NUMERIC> + <NUMERIC>'
      SELECT symbol, 'x' AS r FROM market_tick WHERE last_price       # column 48: WHERE clause must be a condition
      SELECT symbol, MAX(last_side) AS r FROM market_tick             # column 8: Expression 'symbol' is not being grouped: add it to GROUP BY, or take one value of the group, such as LAST_VALUE(symbol)
      SELECT symbol, "x" AS r FROM market_tick                        # column 16: Encountered ": a text stands in single quotes ('x'), a name in backticks (`x`)
      SELECT symbol, 'x AS r FROM market_tick                         # column 16: a text begins here whose closing quote is missing
      SELECT symbol, MAX(last_side                                    # column 28: the query ends too early: something is missing, or a bracket or a quote is never closed
      SELECT symbol, last_side AS minute FROM market_tick             # column 29: Encountered "minute": a name that is also a word of SQL stands in backticks, `minute`
      SELECT symbol, 'x' AS r, FROM market_tick                       # column 26: Incorrect syntax near the keyword 'FROM'
      SELECT symbol, ‘x’ AS r FROM market_tick                        # column 16: SQL has no character ‘ (U+2018): an editor may have put it there for a plain quote or space
      SELECT symbol, 'x' AS r FROM market_tick /*+ OPTIONS('category'='x') */ # the hint OPTIONS is not allowed: where a table comes from is not the query's to say
      SELECT a.symbol, 'x' AS r FROM market_tick AS a JOIN market_tick FOR SYSTEM_TIME AS OF a.event_time_ms AS b ON a.symbol = b.symbol # Temporal Table Join requires primary key in versioned table, but no primary key can be found
      SELECT /*+ STATE_TTL('nope' = '7d') */ symbol, MAX(last_side) AS r FROM market_tick GROUP BY symbol # The options of following hints cannot match the name of input tables or views: `nope` in `STATE_TTL`
      """)
  void a_mistake_is_told_with_its_place_and_a_way_out(String sql, String words) {
    assertThat(problems(sql)).extracting(Problem::text).as(sql).containsExactly(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "SELECT symbol, 'x' AS r FROM TABLE(TUMBLE(TABLE market_tick, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))",
      "SELECT symbol, MAX(last_side) AS r FROM market_tick GROUP BY symbol, TUMBLE(event_time, INTERVAL '1' MINUTE)",
      "SELECT symbol, MAX(last_side) OVER (PARTITION BY symbol) AS r FROM market_tick",
      "SELECT symbol, MAX(last_side) OVER (PARTITION BY symbol ORDER BY event_time RANGE BETWEEN INTERVAL '1' MINUTE PRECEDING AND CURRENT ROW) "
          + "AS r FROM market_tick",
      "SELECT symbol, s AS r FROM market_tick MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY event_time MEASURES A.last_side AS s "
          + "PATTERN (A B) DEFINE B AS TRUE)"})
  void a_window_over_event_time_is_told_of_event_time_ms(String sql) {
    assertThat(problems(sql)).extracting(Problem::text).as(sql).containsExactly(ON_TIME);
  }

  @Test
  void a_result_that_no_key_tells_apart_is_refused_and_over_is_told_of_its_time() {
    assertThat(problems("SELECT symbol, MAX(last_side) OVER (PARTITION BY symbol ORDER BY event_time) AS r FROM market_tick"))
        .extracting(Problem::text).containsExactly("a row of the result is told apart by nothing (rows change without a key), a Redis key by "
            + "[symbol]: " + MANY_ROWS + "; in OVER, order by event_time_ms");
    assertThat(problems("SELECT a.symbol, b.last_side AS r FROM market_tick AS a LEFT JOIN market_tick AS b ON a.symbol = b.symbol"))
        .extracting(Problem::text).singleElement().asString().endsWith(MANY_ROWS);
  }

  @Test
  void a_stream_cannot_be_sorted() {
    assertThat(problems("SELECT symbol, 'x' AS r FROM market_tick ORDER BY last_price")).extracting(Problem::text).singleElement().asString().startsWith("a stream that never ends cannot be sorted: ");
  }

  @Test
  void select_star_names_a_few_columns_and_how_many_more_there_are() {
    assertThat(problems("SELECT * FROM market_tick")).extracting(Problem::text).hasSize(2).allSatisfy(text ->
        assertThat(text).hasSizeLessThan(400).containsPattern("symbol_dtype, .* and \\d+ more]"));
  }

  @Test
  void two_columns_of_one_name_are_told_by_that_name() {
    assertThat(problems("SELECT symbol, 'x' AS r, 'y' AS r FROM market_tick")).extracting(Problem::text)
        .containsExactly("two columns of the query are called r; declared are [symbol, r]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\n", "-- nothing yet", "/* nothing\n yet */\n-- at all", ";", "\uFEFF"})
  void a_file_without_a_query_says_so(String sql) {
    assertThat(problems(sql)).extracting(Problem::text).as(sql).containsExactly("the file holds no query: write one SELECT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INSERT INTO market_tick SELECT * FROM market_tick", "CREATE TABLE x (a INT)", "DROP TABLE market_tick",
      "SET 'a' = 'b'", "EXPLAIN SELECT 1", "DELETE FROM market_tick", "CALL sys.x()", "hello"})
  void any_other_statement_is_refused_with_its_first_word_and_line(String sql) {
    assertThat(problems("-- mine\n\n" + sql)).as(sql).containsExactly(new Problem("sql/research/mine/query.sql", 3,
        ONE_SELECT + "; it begins with " + sql.split(" ")[0]));
  }

  @Test
  void several_statements_are_refused() {
    assertThat(problems("SELECT symbol, 'x' AS r FROM market_tick; SELECT symbol, 'y' AS r FROM market_tick"))
        .extracting(Problem::text).containsExactly(ONE_SELECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT symbol, 'x' AS r FROM market_tick;", "SELECT symbol, 'x' AS r FROM market_tick; -- done\n;",
      "-- mine\nSELECT symbol, 'x' AS r FROM market_tick", "\uFEFFSELECT symbol, 'x' AS r FROM market_tick",
      "SELECT symbol,\r\n'x' AS r\r\nFROM market_tick\r\n", "/* a */ (SELECT symbol, 'x' AS r FROM market_tick)",
      "WITH m AS (SELECT * FROM market_tick)\nSELECT symbol, 'x' AS r FROM m"})
  void semicolons_comments_marks_and_line_ends_do_no_harm(String sql) {
    assertThat(problems(sql)).as(sql).isEmpty();
  }

  @Test
  void lines_are_counted_the_same_in_files_from_windows() {
    assertThat(problems("\uFEFFSELECT symbol,\r\n\r\n  last_pric AS r\r\nFROM market_tick")).singleElement()
        .satisfies(problem -> assertThat(problem.toString()).startsWith("sql/research/mine/query.sql:3: unknown column last_pric;"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "(%s)"})
  void a_query_that_is_too_much_for_the_planner_is_refused_in_one_sentence(String shape) {
    String conditions = String.join(" AND ", Collections.nCopies(3_000, shape.formatted("last_price > 1")));
    String brackets = "(".repeat(4_000) + "TRUE" + ")".repeat(4_000);
    assertThat(List.of(conditions, brackets)).allSatisfy(condition ->
        assertThat(problems("SELECT symbol, 'x' AS r FROM market_tick WHERE " + condition)).extracting(Problem::text)
            .singleElement().asString().startsWith("the query is too long or nested too deep for Flink's planner"));
  }

  private static List<Problem> problems(String sql) {
    List<OutputColumn> declared = List.of(new OutputColumn("symbol", "STRING", ""), new OutputColumn("r", "STRING", ""));
    return ComputationCheck.problems(CATALOG,
        new Computation("research", "mine", "", List.of("symbol"), Duration.ofMinutes(60), List.of("market_tick"), declared, sql));
  }
}
