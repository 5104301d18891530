package io.twinlane.local.up;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.twinlane.catalog.Amount;
import io.twinlane.catalog.Listing;
import io.twinlane.jobs.RefusedComputation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What became of the teams' computations when the platform started: how many there are, which were refused, which failed at once. */
public record ComputationsAtStart(int declared, List<RefusedComputation> refused, List<RefusedComputation> failing) {
  static final ComputationsAtStart NONE = new ComputationsAtStart(0, List.of(), List.of());

  @JsonIgnore
  public boolean allRun() {
    return refused.isEmpty() && failing.isEmpty();
  }

  /** Whether it was neither refused nor failing. */
  public boolean runs(String computation) {
    return Stream.concat(refused.stream(), failing.stream()).noneMatch(one -> one.computation().equals(computation));
  }

  /** Those that do not run, each by its name with its problems below it. */
  @JsonIgnore
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    Stream.concat(refused.stream(), failing.stream()).forEach(one -> {
      lines.add(one.ofTeam() ? "no computation of team " + one.computation() + " runs:"
          : "computation " + one.computation() + " does not run:");
      Listing.of(one.problems()).forEach(problem -> lines.add("  " + problem));
    });
    return lines;
  }

  /** {@code 1 of 3 computations refused}; empty when all run. */
  @JsonIgnore
  public String verdict() {
    List<String> verdict = new ArrayList<>();
    long teams = refused.stream().filter(RefusedComputation::ofTeam).count();
    if (refused.size() > teams) {
      verdict.add(refused.size() - teams + " of " + declared + " computations refused");
    }
    if (teams > 0) {
      verdict.add(Amount.of(teams, "team") + " refused");
    }
    if (!failing.isEmpty()) {
      verdict.add(failing.size() + " of " + declared + " computations failing");
    }
    return String.join(", ", verdict);
  }
}
