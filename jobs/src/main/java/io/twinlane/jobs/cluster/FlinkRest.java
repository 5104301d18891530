package io.twinlane.jobs.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a cluster's REST interface says of its jobs. */
public final class FlinkRest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Counted by every reader of the platform's own topics. */
  private static final String UNDECODABLE = "undecodable";

  private final String url;

  public FlinkRest(String url) {
    this.url = url;
  }

  /** The cluster's version of Flink. */
  public String version() throws IOException {
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
    long undecodable = 0;
    for (JsonNode vertex : ask("/jobs/" + id).path("vertices")) {
      parallelism = Math.max(parallelism, vertex.path("parallelism").asInt());
      undecodable += sum("/jobs/" + id + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics", UNDECODABLE);
    }
    String since = Instant.ofEpochMilli(job.path("start-time").asLong()).truncatedTo(ChronoUnit.SECONDS).toString();
    String name = job.path("name").asText();
    int restarts = restarts(id);
    String state = job.path("state").asText();
    boolean well = restarts == 0 && (state.equals("RUNNING") || state.equals("FINISHED"));
    return new JobState(name, state, since, parallelism, restarts, undecodable, well ? null : failure(id, name).orElse(null));
  }

  /** The failure that a job met last, whether or not it got over it. */
  public Optional<JobFailure> failure(String id, String name) throws IOException {
    JsonNode last = ask("/jobs/" + id + "/exceptions").path("exceptionHistory").path("entries").path(0);
    if (last.isMissingNode()) {
      return Optional.empty();
    }
    String trace = last.path("stacktrace").asText();
    String at = Instant.ofEpochMilli(last.path("timestamp").asLong()).truncatedTo(ChronoUnit.SECONDS).toString();
    return Optional.of(new JobFailure(at, name.startsWith("compute-") ? FailureCause.ofQuery(trace) : FailureCause.of(trace)));
  }

  /** A counter's sum over subtasks, wherever in a vertex it stands; 0 while Flink has not fetched it. */
  private long sum(String metrics, String counter) throws IOException {
    double sum = 0;
    for (JsonNode metric : ask(metrics)) {
      String name = metric.path("id").asText();
      if (name.endsWith("." + counter)) {
        sum += ask(metrics + "?get=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&agg=sum").path(0).path("sum").asDouble();
      }
    }
    return (long) sum;
  }

  /** How often a job has been started again. */
  public int restarts(String id) throws IOException {
    return ask("/jobs/" + id + "/metrics?get=numRestarts").path(0).path("value").asInt();
  }

  /** The answer to a GET, such as {@code /jobs/overview}. */
  public JsonNode ask(String path) throws IOException {
    return JSON.readTree(Http.get(url + path));
  }
}
