package io.twinlane.cli.check;

import io.twinlane.catalog.Problem;
import java.util.List;

/** What an inspection found: problems, which say no; warnings, which do not; and what could not be looked at because of a problem. */
public record Findings(List<Problem> problems, List<Problem> warnings, List<String> leftOut) {
  Findings within(Scope scope) {
    return new Findings(problems.stream().filter(problem -> scope.covers(problem.file())).toList(),
        warnings.stream().filter(warning -> scope.covers(warning.file())).toList(), leftOut);
  }
}
