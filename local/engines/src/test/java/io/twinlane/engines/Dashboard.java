package io.twinlane.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** What the dashboard of a cluster shows, read as a person's browser would. */
record Dashboard(String url) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Dashboard of(EmbeddedFlink flink) {
    return new Dashboard(flink.url());
  }

  /** Tasks of unfinished jobs in a state. */
  int tasks(String state) throws Exception {
    int count = 0;
    for (JsonNode job : runningJobs()) {
      for (JsonNode vertex : job.get("vertices")) {
        count += vertex.get("tasks").get(state).asInt();
      }
    }
    return count;
  }

  /** Whether every vertex but the sources has read records. */
  boolean processed() throws Exception {
    for (JsonNode job : runningJobs()) {
      for (JsonNode vertex : job.get("vertices")) {
        if (!vertex.get("name").asText().startsWith("Source") && vertex.get("metrics").get("read-records").asLong() == 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The smallest share of free network buffers over the task managers. */
  double freeBuffersShare() throws Exception {
    double smallest = 1;
    for (JsonNode taskManager : get("/taskmanagers").get("taskmanagers")) {
      JsonNode metrics = get("/taskmanagers/" + taskManager.get("id").asText()).get("metrics");
      double free = metrics.get("nettyShuffleMemorySegmentsAvailable").asDouble();
      smallest = Math.min(smallest, free / metrics.get("nettyShuffleMemorySegmentsTotal").asDouble());
    }
    return smallest;
  }

  private List<JsonNode> runningJobs() throws Exception {
    List<JsonNode> running = new ArrayList<>();
    for (JsonNode job : get("/jobs").get("jobs")) {
      if (job.get("status").asText().equals("RUNNING")) {
        running.add(get("/jobs/" + job.get("id").asText()));
      }
    }
    return running;
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(Browser.get(url + path).body());
  }
}
