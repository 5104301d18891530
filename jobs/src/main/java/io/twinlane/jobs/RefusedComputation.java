package io.twinlane.jobs;

import java.util.List;

/**
 * A computation that does not run, {@code quant/vwap_5m}, or all of a team, {@code quant}, and everything that keeps it from running, by file
 * and line.
 */
public record RefusedComputation(String computation, List<String> problems) {
  /** Whether it stands for a team none of whose computations could be named. */
  public boolean ofTeam() {
    return !computation.contains("/");
  }
}
