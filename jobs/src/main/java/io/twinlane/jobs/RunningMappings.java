package io.twinlane.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.jobs.normalize.NormalizeJob;
import io.twinlane.jobs.operators.MappingCounters;
import io.twinlane.normalize.MappingUse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** How the mappings are used by the normalize jobs that run on a cluster, since each began or was started again. */
public final class RunningMappings {
  private RunningMappings() {}

  /** By source; as the task managers told it with their last heartbeat, which Flink sends every ten seconds unless it is set otherwise. */
  public static Map<String, MappingUse> of(FlinkRest flink) throws IOException {
    Map<String, MappingUse> uses = new TreeMap<>();
    for (JsonNode job : flink.ask("/jobs/overview").path("jobs")) {
      String name = job.path("name").asText();
      if (name.startsWith(NormalizeJob.PREFIX) && job.path("state").asText().equals("RUNNING")) {
        String source = name.substring(NormalizeJob.PREFIX.length());
        uses.put(source, MappingCounters.of(source, accumulators(flink, job.path("jid").asText())));
      }
    }
    return uses;
  }

  private static Map<String, String> accumulators(FlinkRest flink, String job) throws IOException {
    Map<String, String> values = new TreeMap<>();
    flink.ask("/jobs/" + job + "/accumulators").path("user-task-accumulators")
        .forEach(one -> values.put(one.path("name").asText(), one.path("value").asText()));
    return values;
  }
}
