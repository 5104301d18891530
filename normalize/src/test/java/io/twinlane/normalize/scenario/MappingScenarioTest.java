package io.twinlane.normalize.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.load.Problems;
import io.twinlane.normalize.NormalizeSpec;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every folder below catalog/sources/&lt;source&gt;/scenarios: add one, and it is a test. */
class MappingScenarioTest {
  private static final Path ROOT = Path.of(System.getProperty("twinlane.root"));
  private static final Catalog CATALOG = CatalogLoader.load(ROOT);

  @TestFactory
  Stream<DynamicTest> a_scenario_gives_the_rows_unqualified_rows_and_drops_that_its_files_say() {
    return all().map(scenario -> DynamicTest.dynamicTest(scenario.toString(), () -> compare(scenario)));
  }

  @Test
  void every_source_with_a_mapping_of_its_own_has_scenarios() {
    assertThat(all()).extracting(scenario -> scenario.source().name()).contains("ib", "coinbase", "eia", "cftc");
  }

  private static void compare(MappingScenario scenario) {
    Problems problems = new Problems(ROOT);
    MappingCheck check = new MappingCheck(NormalizeSpec.of(CATALOG, scenario.source()), problems);
    check.run(scenario);
    Path came = ROOT.resolve("normalize/target/scenarios").resolve(scenario.toString());
    check.write(scenario, came);
    assertThat(problems.list()).as("scenario %s; what came is in %s", scenario, came).isEmpty();
  }

  private static Stream<MappingScenario> all() {
    return CATALOG.sources().stream().flatMap((Source source) -> MappingScenario.of(ROOT, source).stream());
  }
}
