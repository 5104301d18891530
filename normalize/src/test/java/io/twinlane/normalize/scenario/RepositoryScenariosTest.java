package io.twinlane.normalize.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.load.Problems;
import io.twinlane.normalize.NormalizeSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scenarios beside the repository's own mappings hold; {@code ./twinlane check} says the same, after more. */
class RepositoryScenariosTest {
  private static final Path ROOT = Path.of(System.getProperty("twinlane.root"));

  @Test
  void every_message_comes_out_as_its_scenario_says() {
    Catalog catalog = CatalogLoader.load(ROOT);
    Problems problems = new Problems(ROOT);
    int run = 0;
    for (Source source : catalog.sources()) {
      List<MappingScenario> scenarios = MappingScenario.of(ROOT, source);
      scenarios.forEach(new MappingCheck(NormalizeSpec.of(catalog, source), problems)::run);
      run += scenarios.size();
    }
    assertThat(run).isPositive();
    assertThat(problems.list()).isEmpty();
  }
}
