package io.twinlane.jobs.compute;

import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Problem;
import java.util.List;

/** A computation cannot run as it is written; carries everything that its team has to mend. */
public final class ComputationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  ComputationRefused(Computation computation, List<Problem> problems) {
    super("Cannot run computation " + computation.team() + "/" + computation.name() + ":\n  "
        + String.join("\n  ", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
