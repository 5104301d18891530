package io.twinlane.jobs.compute;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;

/** Finding a computation by the names that people use. */
public final class Computations {
  private Computations() {}

  public static Computation find(Catalog catalog, String team, String name) {
    return catalog.computations().stream().filter(c -> c.team().equals(team) && c.name().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Cannot find computation " + team + "/" + name + ": the catalog has "
            + catalog.computations().stream().map(c -> c.team() + "/" + c.name()).toList()));
  }
}
