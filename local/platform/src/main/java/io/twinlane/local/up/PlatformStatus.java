package io.twinlane.local.up;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.twinlane.jobs.RunningMappings;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.jobs.cluster.JobState;
import io.twinlane.local.RuleFigures;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The platform on a state folder as it is now, asked from another process. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlatformStatus(
    boolean running, @JsonProperty("state_dir") String stateDir, Long pid, String started, Boolean ready, List<EngineStatus> engines,
    List<JobState> jobs, ComputationsAtStart computations, Map<String, List<RuleFigures>> mappings,
    @JsonProperty("lake_root") String lakeRoot, String log) {

  /** Looks; a folder where nothing runs gives a status that says just that. */
  public static PlatformStatus of(StateFolder folder) {
    Optional<PlatformState> state = folder.running();
    return state.map(running -> of(folder, running))
        .orElseGet(() -> new PlatformStatus(false, folder.shown(), null, null, null, List.of(), List.of(), null, null, null, null));
  }

  private static PlatformStatus of(StateFolder folder, PlatformState state) {
    List<EngineStatus> engines = state.engines().stream().map(engine -> EngineStatus.of(engine, state.pid())).toList();
    return new PlatformStatus(true, folder.shown(), state.pid(), state.started(), state.ready(), engines, jobs(state), state.computations(),
        mappings(state), state.lakeRoot(), folder.logs().toString());
  }

  private static List<JobState> jobs(PlatformState state) {
    if (state.addresses() == null) {
      return List.of();
    }
    try {
      return new FlinkRest(state.addresses().flink()).jobs();
    } catch (IOException e) {
      return List.of(); // Flink's own row says that it does not answer
    }
  }

  /** How the running normalize jobs use their mappings, by source. */
  private static Map<String, List<RuleFigures>> mappings(PlatformState state) {
    Map<String, List<RuleFigures>> mappings = new TreeMap<>();
    if (state.addresses() != null) {
      try {
        RunningMappings.of(new FlinkRest(state.addresses().flink())).forEach((source, use) -> mappings.put(source, RuleFigures.of(use)));
      } catch (IOException e) {
        return mappings; // Flink's own row says that it does not answer
      }
    }
    return mappings;
  }
}
