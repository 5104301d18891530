package io.twinlane.catalog;

import io.twinlane.catalog.load.CatalogReader;
import io.twinlane.catalog.load.Problems;
import java.nio.file.Path;

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
}
