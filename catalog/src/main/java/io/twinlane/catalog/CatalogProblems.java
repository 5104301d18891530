package io.twinlane.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** The catalog cannot be loaded; carries everything that is wrong with it, sorted by file and line; its sentence shows the first. */
public final class CatalogProblems extends RuntimeException implements ManyProblems {
  private final transient List<Problem> problems;

  public CatalogProblems(String what, List<Problem> problems) {
    super("Cannot load " + what + ": " + Amount.of(problems.size(), "problem") + "\n"
        + Listing.of(problems).stream().map(line -> "  " + line).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  @Override
  public List<Problem> problems() {
    return problems;
  }
}
