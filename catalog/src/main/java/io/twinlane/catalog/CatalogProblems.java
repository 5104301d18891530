package io.twinlane.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** The catalog cannot be loaded; carries everything that is wrong with it, sorted by file and line. */
public final class CatalogProblems extends RuntimeException {
  private final transient List<Problem> problems;

  public CatalogProblems(String what, List<Problem> problems) {
    super("Cannot load " + what + ": " + problems.size() + (problems.size() == 1 ? " problem" : " problems") + "\n"
        + problems.stream().map(problem -> "  " + problem).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
