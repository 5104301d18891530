package io.twinlane.local.up;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a running platform says of itself in {@code platform.json}. {@code ready} turns true when its jobs are submitted. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlatformState(
    long pid, String started, boolean ready, Addresses addresses, @JsonProperty("lake_root") String lakeRoot, List<EngineState> engines,
    ComputationsAtStart computations) {

  static PlatformState starting() {
    return new PlatformState(ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        false,
        null, null, List.of(), ComputationsAtStart.NONE);
  }

  PlatformState with(Addresses known, String root, List<EngineState> running) {
    return new PlatformState(pid, started, ready, known, root, running, computations);
  }

  PlatformState whenReady(ComputationsAtStart found) {
    return new PlatformState(pid, started, true, addresses, lakeRoot, engines, found);
  }
}
