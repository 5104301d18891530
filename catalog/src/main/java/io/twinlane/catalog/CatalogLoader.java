package io.twinlane.catalog;

import io.twinlane.catalog.load.CatalogReader;
import io.twinlane.catalog.load.Concern;
import io.twinlane.catalog.load.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Loads the catalog of a repository, or tells everything that is wrong with it at once. */
public final class CatalogLoader {
  private CatalogLoader() {}

  /** As much of the catalog as can be read, for whoever checks it. */
  public static CatalogReading read(Path root) {
    Problems problems = new Problems(root);
    Catalog catalog = new CatalogReader(root, problems).read();
    return new CatalogReading(catalog, problems.list());
  }

  /** {@code root} is the folder that holds {@code catalog/} and {@code sql/}. Throws {@link CatalogProblems}. */
  public static Catalog load(Path root) {
    CatalogReading reading = read(root);
    if (!reading.problems().isEmpty()) {
      throw new CatalogProblems("the catalog", reading.problems());
    }
    return reading.catalog();
  }

  /**
   * As {@link #load}, but what one team has submitted stops nobody else: computations with problems in their own folders or in their team's
   * file are left out, and the problems are told beside.
   */
  public static RunnableCatalog loadRunnable(Path root) {
    CatalogReading reading = read(root);
    return runnable(root, reading).orElseThrow(() -> new CatalogProblems("the catalog", reading.problems()));
  }

  /** What can run of what was read; empty when a problem concerns everybody. */
  public static Optional<RunnableCatalog> runnable(Path root, CatalogReading reading) {
    Map<String, List<Problem>> refused = new TreeMap<>();
    for (Problem problem : reading.problems()) {
      List<String> concerned = Concern.of(root, problem);
      if (concerned.isEmpty()) {
        return Optional.empty();
      }
      concerned.forEach(name -> refused.computeIfAbsent(name, unused -> new ArrayList<>()).add(problem));
    }
    Catalog catalog = reading.catalog();
    return Optional.of(new RunnableCatalog(catalog.with(catalog.computations().stream()
        .filter(computation -> !refused.containsKey(computation.team() + "/" + computation.name())).toList()), refused));
  }
}
