package io.twinlane.cli.check;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Problem;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.load.Places;
import io.twinlane.catalog.load.Problems;
import io.twinlane.jobs.compute.scenario.ComputationScenario;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.scenario.MappingCheck;
import io.twinlane.normalize.scenario.MappingScenario;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs the scenarios of mappings, and reads the files of those of computations: these need engines to be run. */
public final class ScenarioChecks {
  private final Path root;
  private final Catalog catalog;
  private int run;
  private int read;

  ScenarioChecks(Path root, Catalog catalog) {
    this.root = root;
    this.catalog = catalog;
  }

  /** How many scenarios of mappings were run. */
  public int run() {
    return run;
  }

  /** How many scenarios of computations wait for engines. */
  public int read() {
    return read;
  }

  void ofMapping(Source source, Problems problems, Collection<Problem> warnings) {
    Path mapping = root.resolve("catalog/sources").resolve(source.name()).resolve("mapping.yaml");
    try {
      Set<String> used = new HashSet<>();
      MappingCheck check = new MappingCheck(NormalizeSpec.of(catalog, source), problems);
      for (MappingScenario scenario : MappingScenario.of(root, source)) {
        used.addAll(check.run(scenario));
        run++;
      }
      warnOfRules(source, mapping, problems.shown(mapping), used, warnings);
    } catch (RuntimeException e) { // what the loader should have refused: still this mapping's problem alone
      problems.add(mapping, "the mapping cannot be run: " + e);
    }
  }

  /** Rules that stand in another source's mapping are looked at there. */
  private static void warnOfRules(Source source, Path mapping, String shown, Set<String> used, Collection<Problem> warnings) {
    Places places = Places.of(mapping);
    source.messages().stream().map(MessageRule::name).filter(rule -> !used.contains(rule)).forEach(rule -> {
      int line = places.line("messages", rule);
      if (line > 0) {
        warnings.add(new Problem(shown, line, "message rule " + rule + " has no scenario: no message of scenarios/*/ takes it"));
      }
    });
  }

  void ofComputation(Computation computation, Problems problems, Collection<Problem> warnings) {
    try {
      readAll(computation, problems, warnings);
    } catch (RuntimeException e) { // what the reader did not foresee: still this computation's problem alone
      problems.add(Inspection.folder(computation) + "/scenarios", 0, "the scenarios cannot be read: " + e);
    }
  }

  private void readAll(Computation computation, Problems problems, Collection<Problem> warnings) {
    List<ComputationScenario> scenarios = ComputationScenario.of(root, computation);
    if (scenarios.isEmpty()) {
      warnings.add(new Problem(Inspection.folder(computation), 0, "the computation has no scenario: nobody sees whether its query is "
          + "right. sql/README.md says how to write one"));
    }
    scenarios.forEach(scenario -> scenario.check(catalog, problems));
    read += scenarios.size();
  }
}
