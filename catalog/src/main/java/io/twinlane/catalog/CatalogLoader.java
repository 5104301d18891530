package io.twinlane.catalog;

import io.twinlane.catalog.load.CatalogReader;
import io.twinlane.catalog.load.Problems;
import java.nio.file.Path;

/** Loads the catalog of a repository, or tells everything that is wrong with it at once. */
public final class CatalogLoader {
  private CatalogLoader() {}

  /** {@code root} is the folder that holds {@code catalog/} and {@code sql/}. Throws {@link CatalogProblems}. */
  public static Catalog load(Path root) {
    Problems problems = new Problems(root);
    Catalog catalog = new CatalogReader(root, problems).read();
    problems.refuseIfAny("the catalog");
    return catalog;
  }
}
