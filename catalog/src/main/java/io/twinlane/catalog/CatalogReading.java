package io.twinlane.catalog;

import java.util.List;

/**
 * A catalog as far as it could be read, and everything that is wrong with it. What stands in a file with a problem may be incomplete: ask
 * {@link #sound} before using it.
 */
public record CatalogReading(Catalog catalog, List<Problem> problems) {
  /** Whether no file of these has a problem; each is a file's name as problems show it, or a folder's. */
  public boolean sound(String... places) {
    return List.of(places).stream().noneMatch(place -> problems.stream().map(Problem::file)
        .anyMatch(file -> file.equals(place) || file.startsWith(place + "/")));
  }
}
