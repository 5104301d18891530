package io.twinlane.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What Flink's REST interface says, for the status page. */
public final class FlinkRest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;

  public FlinkRest(String url) {
    this.url = url;
  }

  String version() throws IOException {
    return ask("/overview").path("flink-version").asText();
  }

  /** Every job that the cluster has seen, by name, the latest of a name first. */
  public List<JobState> jobs() throws IOException {
    List<JobState> jobs = new ArrayList<>();
    for (JsonNode job : ask("/jobs/overview").path("jobs")) {
      jobs.add(job(job));
    }
    jobs.sort(Comparator.comparing(JobState::name).thenComparing(JobState::since, Comparator.reverseOrder()));
    return jobs;
  }

  private JobState job(JsonNode job) throws IOException {
    String id = job.path("jid").asText();
    int parallelism = 0;
    for (JsonNode vertex : ask("/jobs/" + id).path("vertices")) {
      parallelism = Math.max(parallelism, vertex.path("parallelism").asInt());
    }
    String since = Instant.ofEpochMilli(job.path("start-time").asLong()).truncatedTo(ChronoUnit.SECONDS).toString();
    return new JobState(job.path("name").asText(), job.path("state").asText(), since, parallelism, restarts(id));
  }

  private int restarts(String id) throws IOException {
    return ask("/jobs/" + id + "/metrics?get=numRestarts").path(0).path("value").asInt();
  }

  /** The answer to a GET, such as {@code /jobs/overview}. */
  public JsonNode ask(String path) throws IOException {
    return JSON.readTree(Http.get(url + path));
  }
}
