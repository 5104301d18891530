package io.twinlane.jobs.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobID;

/** Reads a running job's metrics from Flink's REST interface, as the dashboard does. */
final class JobMetrics {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JobMetrics() {}

  /** The values of every metric of the job's tasks whose name ends so. */
  static List<Double> values(String flink, JobID job, String ending) throws IOException {
    List<Double> values = new ArrayList<>();
    for (JsonNode vertex : get(flink + "/jobs/" + job).get("vertices")) {
      String metrics = flink + "/jobs/" + job + "/vertices/" + vertex.get("id").asText() + "/metrics";
      for (JsonNode metric : get(metrics)) {
        if (metric.get("id").asText().endsWith(ending)) {
          String name = URLEncoder.encode(metric.get("id").asText(), StandardCharsets.UTF_8);
          get(metrics + "?get=" + name).forEach(value -> values.add(value.get("value").asDouble()));
        }
      }
    }
    return values;
  }

  private static JsonNode get(String address) throws IOException {
    return JSON.readTree(URI.create(address).toURL());
  }
}
