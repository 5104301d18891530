package io.twinlane.jobs.compute.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Computation.OutputColumn;
import io.twinlane.catalog.Problem;
import io.twinlane.catalog.load.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team is told of a scenario's files before any engine runs. */
class ComputationScenarioTest {
  private static final Path ROOT = Path.of(System.getProperty("twinlane.root"));
  private static final Catalog CATALOG = CatalogLoader.load(ROOT);
  private static final Computation MINE = new Computation("research", "mine", "", List.of("symbol", "n"), Duration.ofMinutes(60),
      List.of("market_tick"), List.of(new OutputColumn("symbol", "STRING", "What"), new OutputColumn("n", "BIGINT", "Number"),
          new OutputColumn("price", "DECIMAL(24, 12)", "Price"), new OutputColumn("at", "TIMESTAMP_LTZ(6)", "When")), "SELECT 1");
  private static final String IN = "{\"symbol\":\"A:B\",\"event_time\":\"2026-11-22T09:30:00Z\",\"last_price\":70.25,"
      + "\"last_price_unit\":\"1_usd\"}\n";
  private static final String OUT = "{\"key\":\"research:mine:A%3AB:1\",\"symbol\":\"A:B\",\"n\":\"1\",\"price\":\"70.25\","
      + "\"at\":\"2026-11-22T09:30:00Z\"}\n";
  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void write() throws IOException {
    folder = Files.createDirectories(root.resolve("sql/research/mine/scenarios/first"));
    file("in.market_tick.jsonl", IN);
    file("out.jsonl", OUT);
  }

  @Test
  void a_sound_scenario_says_nothing() {
    assertThat(told()).isEmpty();
    assertThat(ComputationScenario.of(root, MINE)).extracting(ComputationScenario::name).containsExactly("research/mine: first");
  }

  @Test
  void the_repositorys_own_scenarios_are_sound() {
    Problems problems = new Problems(ROOT);
    for (Computation computation : CATALOG.computations()) {
      List<ComputationScenario> scenarios = ComputationScenario.of(ROOT, computation);
      assertThat(scenarios).as(computation.name()).isNotEmpty();
      scenarios.forEach(scenario -> scenario.check(CATALOG, problems));
    }
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void broken_json_and_fields_that_the_category_does_not_have_are_told_by_line() throws IOException {
    file("in.market_tick.jsonl", "{\"symbol\":\n" + IN.replace("last_price\"", "last_pric\"") + IN.replace("}", ",\"bid_dtype\":\"x\"}"));
    assertThat(told()).hasSize(3).satisfies(told -> {
      assertThat(told.get(0)).startsWith("in.market_tick.jsonl:1: column ").contains("not JSON");
      assertThat(told.get(1)).startsWith("in.market_tick.jsonl:2: unknown field last_pric; did you mean last_price? Known: symbol, ");
      assertThat(told.get(2)).startsWith("in.market_tick.jsonl:3: unknown field bid_dtype");
    });
  }

  @Test
  void a_recording_that_is_no_file_is_told_and_not_waited_for() throws IOException {
    Files.createDirectories(folder.resolve("raw.ib.jsonl"));
    assertThat(told()).containsExactly("raw.ib.jsonl: it is a folder, not a file");
  }

  @Test
  void values_states_and_units_are_of_their_kind() throws IOException {
    file("in.market_tick.jsonl", "{\"symbol\":7,\"event_time\":\"yesterday\",\"last_price\":\"1e-13\",\"last_price_unit\":\"usd\","
        + "\"last_size\":\"many\",\"last_side_state\":\"LIFE\",\"source_time\":\"2026-11-22T09:30:00.0000001Z\"}\n{}\n");
    assertThat(told()).contains(
        "in.market_tick.jsonl:1: symbol must be a text in quotes, not 7",
        "in.market_tick.jsonl:1: event_time yesterday is no time in UTC to the microsecond, such as 2026-11-22T09:30:00.000001Z",
        "in.market_tick.jsonl:1: last_price 1e-13 is no decimal(24,12)",
        "in.market_tick.jsonl:1: last_price_unit: usd is no unit: an amount and a name, such as 1_usd or 1000_barrels",
        "in.market_tick.jsonl:1: last_size many is no decimal(24,12)",
        "in.market_tick.jsonl:1: source_time 2026-11-22T09:30:00.0000001Z is no time in UTC to the microsecond, such as "
            + "2026-11-22T09:30:00.000001Z",
        "in.market_tick.jsonl:2: required field symbol has no value")
        .anyMatch(text -> text.startsWith("in.market_tick.jsonl:1: last_side_state: unknown state LIFE; did you mean LIVE?"));
  }

  @Test
  void inputs_are_those_of_the_computation_and_sources_feed_one() throws IOException {
    file("in.market_tik.jsonl", IN);
    file("raw.coinbas.jsonl", "{}\n");
    file("notes.txt", "");
    file("raw.ib.jsonl", "nothing\n");
    assertThat(told()).containsExactlyInAnyOrder(
        "in.market_tik.jsonl: unknown input of the computation market_tik; did you mean market_tick? Known: market_tick",
        "raw.coinbas.jsonl: unknown live source coinbas; did you mean coinbase? Known: coinbase, ib, simulated",
        "notes.txt: the file is not read: a scenario has in.<category>.jsonl or raw.<source>.jsonl, and out.jsonl",
        told().stream().filter(text -> text.startsWith("raw.ib.jsonl:1: the message is unqualified, NOT_JSON: ")).findFirst().orElse("?"));
  }

  @Test
  void what_is_expected_could_be_in_redis() throws IOException {
    file("out.jsonl", OUT.replace("\"1\"", "1").replace("70.25", "70.250").replace("\"at\"", "\"att\"") + OUT.replace("A%3AB", "A:B")
        + OUT.replace("\"at\":\"2026-11-22T09:30:00Z\"", "\"at\":\"09:30\"") + OUT.replace("\"n\":\"1\",", "") + "{\"n\":\"1\"}\n");
    assertThat(told()).containsExactlyInAnyOrder(
        "out.jsonl:1: n must be a text in quotes, as Redis holds it, not 1",
        "out.jsonl:1: price 70.250 is no number as Redis holds it: no exponent, no trailing zeros",
        "out.jsonl:1: unknown column att; did you mean at? Known: symbol, n, price, at",
        "out.jsonl:2: key research:mine:A:B:1 does not go with its columns: that would be research:mine:A%3AB:1",
        "out.jsonl:3: at 09:30 is no time as Redis holds it, such as 2026-11-22T09:30:00.000001Z",
        "out.jsonl:3: key research:mine:A%3AB:1 stands here twice",
        "out.jsonl:4: columns of the key are missing: n",
        "out.jsonl:4: key research:mine:A%3AB:1 stands here twice",
        "out.jsonl:5: key is missing: such as research:mine:<symbol>:<n>");
  }

  @Test
  void a_scenario_without_rows_or_without_an_expectation_says_nothing_and_is_told() throws IOException {
    file("in.market_tick.jsonl", "\n");
    Files.delete(folder.resolve("out.jsonl"));
    assertThat(told()).containsExactly(
        "sql/research/mine/scenarios/first: the scenario has no row: give it in.<category>.jsonl or raw.<source>.jsonl",
        "out.jsonl: the file is missing");
  }

  private List<String> told() {
    Problems problems = new Problems(root);
    new ComputationScenario(MINE, folder).check(CATALOG, problems);
    return problems.list().stream().map(Problem::toString).map(text -> text.replace("sql/research/mine/scenarios/first/", "")).toList();
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
