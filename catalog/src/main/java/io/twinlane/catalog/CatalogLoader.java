package io.twinlane.catalog;

import io.twinlane.catalog.load.CatalogReader;
import io.twinlane.catalog.load.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads the catalog of a repository, or tells everything that is wrong with it at once. */
public final class CatalogLoader {
  private static final Pattern SUBMITTED = Pattern.compile("sql/([^/]+(?:/[^/]+)?)(?:/.*)?");

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

  /** As {@link #load}, but a computation with problems in its own folder is left out, and they are told beside. */
  public static RunnableCatalog loadRunnable(Path root) {
    CatalogReading reading = read(root);
    Map<String, List<Problem>> refused = new TreeMap<>();
    reading.problems().stream().filter(problem -> owner(problem) != null)
        .forEach(problem -> refused.computeIfAbsent(owner(problem), name -> new ArrayList<>()).add(problem));
    if (reading.problems().stream().anyMatch(problem -> owner(problem) == null)) {
      throw new CatalogProblems("the catalog", reading.problems());
    }
    Catalog catalog = reading.catalog();
    return new RunnableCatalog(catalog.with(catalog.computations().stream()
        .filter(computation -> !refused.containsKey(computation.team() + "/" + computation.name())).toList()), refused);
  }

  /** The computation, or the folder of an unknown team, that a problem concerns alone; null when it concerns everybody. */
  private static String owner(Problem problem) {
    Matcher file = SUBMITTED.matcher(problem.file());
    return file.matches() ? file.group(1) : null;
  }
}
