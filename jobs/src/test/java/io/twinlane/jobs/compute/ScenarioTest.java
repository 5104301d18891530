package io.twinlane.jobs.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Computation;
import io.twinlane.catalog.load.Problems;
import io.twinlane.jobs.compute.scenario.ComputationScenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every scenario of every computation below sql/, through Kafka, Flink and Redis: teams add cases without Java. */
class ScenarioTest {
  @TempDir private static Path folder;
  private static ComputeLab lab;

  @BeforeAll
  static void start() throws Exception {
    lab = new ComputeLab(folder);
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @TestFactory
  List<DynamicTest> scenarios() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Computation computation : lab.catalog.computations()) {
      for (ComputationScenario scenario : ComputationScenario.of(ComputeLab.ROOT, computation)) {
        tests.add(DynamicTest.dynamicTest(scenario.name(), () -> run(scenario)));
      }
    }
    assertThat(tests).as("scenarios below sql/").isNotEmpty();
    return tests;
  }

  private static void run(ComputationScenario scenario) throws Exception {
    Problems problems = new Problems(ComputeLab.ROOT);
    lab.empty();
    lab.write(scenario.rows(lab.catalog, problems));
    lab.runToEnd(scenario.computation());
    Map<String, Map<String, String>> expected = scenario.expected(problems);
    assertThat(problems.list()).as("problems of the files of " + scenario.name()).isEmpty();
    Map<String, Map<String, String>> results = lab.results(scenario.computation());
    results.forEach((key, fields) -> {
      if (!expected.getOrDefault(key, Map.of()).containsKey("ingest_time")) {
        fields.remove("ingest_time");
      }
    });
    assertThat(results).as("Redis after " + scenario.name()).isEqualTo(expected);
  }
}
