package io.twinlane.jobs;

import java.util.List;

/** A computation that does not run, {@code quant/vwap_5m}, and everything that keeps it from running, by file and line. */
public record RefusedComputation(String computation, List<String> problems) {}
