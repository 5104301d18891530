package io.twinlane.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinlane.jobs.cluster.FlinkRest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Reads the sinks' own latency histograms from Flink's REST interface: the worst of all jobs and subtasks that measured any. */
final class Latency {
  private static final String MEDIAN = ".rawToVisibleMs_median";
  private static final String P99 = ".rawToVisibleMs_p99";

  private static final int MOST_TRIES = 12;
  private static final long FETCH_MILLIS = 400;

  private final FlinkRest flink;

  Latency(FlinkRest flink) {
    this.flink = flink;
  }

  /** Flink fetches metrics when they are first asked for and answers with what it has by then: asked until two answers are the same. */
  Summary.Percentiles of(Predicate<String> jobNames) throws IOException, InterruptedException {
    Summary.Percentiles before = null;
    Summary.Percentiles found = now(jobNames);
    for (int tries = 0; tries < MOST_TRIES && !(found.equals(before) && found.p50() > 0 && found.p99() > 0); tries++) {
      Thread.sleep(FETCH_MILLIS);
      before = found;
      found = now(jobNames);
    }
    return found;
  }

  private Summary.Percentiles now(Predicate<String> jobNames) throws IOException {
    double p50 = 0;
    double p99 = 0;
    for (JsonNode job : flink.ask("/jobs/overview").path("jobs")) {
      if (jobNames.test(job.path("name").asText())) {
        p50 = Math.max(p50, worst(job.path("jid").asText(), MEDIAN));
        p99 = Math.max(p99, worst(job.path("jid").asText(), P99));
      }
    }
    return new Summary.Percentiles(p50, p99);
  }

  private double worst(String job, String suffix) throws IOException {
    double worst = 0;
    for (JsonNode vertex : flink.ask("/jobs/" + job).path("vertices")) {
      String metrics = "/jobs/" + job + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      for (JsonNode metric : flink.ask(metrics)) {
        String id = metric.path("id").asText();
        if (id.endsWith(suffix)) {
          String question = metrics + "?get=" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "&agg=max";
          double value = flink.ask(question).path(0).path("max").asDouble();
          worst = Double.isNaN(value) ? worst : Math.max(worst, value); // NaN: a subtask that has written nothing
        }
      }
    }
    return worst;
  }
}
