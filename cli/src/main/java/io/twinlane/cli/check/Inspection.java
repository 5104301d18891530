package io.twinlane.cli.check;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.CatalogReading;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Problem;
import io.twinlane.catalog.RunnableCatalog;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.DerivedFiles;
import io.twinlane.catalog.load.Places;
import io.twinlane.catalog.load.Problems;
import io.twinlane.catalog.load.Released;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything that can be wrong before an engine runs. What is found in one file hides nothing in another: what cannot be looked at because
 * of it is left out, and said so.
 */
public final class Inspection {
  private static final String[] FOR_ALL =
      {"catalog/platform.yaml", "catalog/states.yaml", "catalog/units.yaml", "catalog/reasons.yaml"};

  private final Path root;
  private final CatalogReading reading;
  private final Scope scope;
  private final DerivedState derived;
  private final QueryPlans plans;
  private final ScenarioChecks scenarios;
  private final List<String> leftOut = new ArrayList<>();

  /** Which derived texts are stale, in words that begin with a file's name and a blank. */
  @FunctionalInterface
  public interface DerivedState {
    List<String> stale(RunnableCatalog catalog);
  }

  /** Begins to plan the queries at once. */
  public Inspection(Path root, CatalogReading reading, Scope scope, DerivedState derived) {
    this.root = root;
    this.reading = reading;
    this.scope = scope;
    this.derived = derived;
    this.plans = QueryPlans.begin(reading.catalog(), computations().stream().filter(this::sound).toList());
    this.scenarios = new ScenarioChecks(root, reading.catalog());
  }

  public int queries() {
    return plans.size();
  }

  public ScenarioChecks scenarios() {
    return scenarios;
  }

  /** What is known in a moment: the catalog's own problems, scenarios, versions, and what is stale. */
  public Findings withoutPlanner() {
    Problems problems = new Problems(root);
    SortedSet<Problem> warnings = new TreeSet<>();
    for (Source source : sources()) {
      scenarios.ofMapping(source, problems, warnings);
    }
    for (Computation computation : computations()) {
      if (sound(computation)) {
        scenarios.ofComputation(computation, problems, warnings);
      }
    }
    derived(problems);
    leaveOut();
    List<Problem> all = new ArrayList<>(reading.problems());
    all.addAll(problems.list());
    return new Findings(all.stream().sorted().distinct().toList(), List.copyOf(warnings), List.copyOf(leftOut)).within(scope);
  }

  /** What Flink's planner says of the queries. */
  public Findings ofPlanner() throws InterruptedException {
    return new Findings(plans.problems(), List.of(), List.of()).within(scope);
  }

  private List<Source> sources() {
    return reading.catalog().sources().stream().filter(source -> scope.touches("catalog/sources/" + source.name()))
        .filter(this::sound).toList();
  }

  private List<Computation> computations() {
    return reading.catalog().computations().stream().filter(computation -> scope.touches(folder(computation))).toList();
  }

  static String folder(Computation computation) {
    return "sql/" + computation.team() + "/" + computation.name();
  }

  private void derived(Problems problems) {
    Released.check(root, reading.catalog(), this::sound, problems);
    if (!scope.everything()) {
      return;
    }
    Optional<RunnableCatalog> runnable = CatalogLoader.runnable(root, reading);
    if (runnable.isEmpty()) {
      leftOut.add("whether derived texts are fresh");
      return;
    }
    DerivedFiles.leftAlone(runnable.get()).forEach(file -> leftOut.add("whether catalog/derived/" + file + " is fresh"));
    for (String stale : derived.stale(runnable.get())) {
      int blank = stale.indexOf(' ');
      problems.add(stale.substring(0, blank), 0, "stale, it" + stale.substring(blank) + ": ./twinlane render");
    }
  }

  private void leaveOut() {
    Catalog catalog = reading.catalog();
    catalog.sources().stream().filter(source -> scope.touches("catalog/sources/" + source.name()) && !sound(source))
        .forEach(source -> leftOut.add("the scenarios of " + source.name()));
    computations().stream().filter(computation -> !sound(computation))
        .forEach(computation -> leftOut.add("the query and the scenarios of " + computation.team() + "/" + computation.name()));
  }

  private boolean sound(Computation computation) {
    List<String> files = new ArrayList<>(List.of(FOR_ALL));
    files.add(folder(computation));
    files.add("catalog/teams/" + computation.team() + ".yaml");
    computation.inputs().forEach(input -> files.add("catalog/categories/" + input + ".yaml"));
    return reading.sound(files.toArray(String[]::new));
  }

  private boolean sound(Source source) {
    List<String> files = new ArrayList<>(List.of(FOR_ALL));
    Path mapping = root.resolve("catalog/sources").resolve(source.name()).resolve("mapping.yaml");
    files.add("catalog/sources/" + source.name());
    Places.of(mapping).text("same-as").ifPresent(other -> files.add("catalog/sources/" + other));
    files.add("catalog/instruments.csv");
    source.categories().forEach(category -> files.add("catalog/categories/" + category + ".yaml"));
    return reading.sound(files.toArray(String[]::new));
  }
}
