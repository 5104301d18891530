package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every folder below catalog/sources/&lt;source&gt;/scenarios: add one, and it is a test. */
class ScenarioTest {
  private static final List<String> FILES = List.of("rows.jsonl", "unqualified.jsonl", "dropped.jsonl");

  @TestFactory
  Stream<DynamicTest> a_scenario_gives_the_rows_unqualified_rows_and_drops_that_its_files_say() throws IOException {
    return Scenario.all(SourceUnderTest.ROOT).stream().map(scenario -> DynamicTest.dynamicTest(scenario.toString(),
        () -> compare(scenario)));
  }

  @Test
  void every_source_with_a_mapping_of_its_own_has_scenarios() throws IOException {
    assertThat(Scenario.all(SourceUnderTest.ROOT)).extracting(scenario -> scenario.source).contains("ib", "coinbase", "eia", "cftc");
  }

  private static void compare(Scenario scenario) throws IOException {
    ScenarioLines lines = scenario.run();
    Path actual = SourceUnderTest.ROOT.resolve("normalize/target/scenarios").resolve(scenario.toString());
    Files.createDirectories(actual);
    for (String file : FILES) {
      Files.write(actual.resolve(file), lines.of(file));
    }
    for (String file : FILES) {
      assertThat(lines.of(file)).as("%s of scenario %s; what came is in %s", file, scenario, actual.resolve(file))
          .containsExactlyElementsOf(scenario.expected(file));
    }
  }
}
