package io.twinlane.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.kafka.replay.OffsetRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** How far a running job is: what its sources have read of their topics, and since when a checkpoint has gone through to its stores. */
final class JobReach {
  private static final String OFFSET = "_currentOffset";

  private final FlinkRest flink;
  private final String id;

  JobReach(FlinkRest flink, String id) {
    this.flink = flink;
    this.id = id;
  }

  /**
   * Records that the job's sources have not handed on yet.
   *
   * @param held where the records lie, by {@code topic/partition}
   */
  long unread(Map<String, OffsetRange> held) {
    try {
      Map<String, Long> offsets = offsets();
      return held.entrySet().stream().mapToLong(entry -> {
        OffsetRange range = entry.getValue();
        return Math.max(0, range.end() - 1 - Math.max(range.from() - 1, offsets.getOrDefault(metric(entry.getKey()), -1L)));
      }).sum();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot ask Flink how far job " + id + " is: " + e.getMessage(), e);
    }
  }

  /** When the newest complete checkpoint was begun, in epoch milliseconds: all that was read before, the job's stores have. */
  long checkpointed() {
    try {
      return flink.ask("/jobs/" + id + "/checkpoints").path("latest").path("completed").path("trigger_timestamp").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot ask Flink for the checkpoints of job " + id + ": " + e.getMessage(), e);
    }
  }

  /** The last offset that was handed on, by the tail of its metric's name. */
  private Map<String, Long> offsets() throws IOException {
    Map<String, Long> offsets = new HashMap<>();
    for (JsonNode vertex : flink.ask("/jobs/" + id).path("vertices")) {
      String metrics = "/jobs/" + id + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      for (JsonNode metric : flink.ask(metrics)) {
        String name = metric.path("id").asText();
        String plain = name.replace('.', '_');
        int topic = plain.indexOf("_topic_");
        if (topic >= 0 && plain.endsWith(OFFSET)) {
          double last = flink.ask(metrics + "?get=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&agg=max").path(0).path("max")
              .asDouble(-1);
          offsets.merge(plain.substring(topic), (long) last, Math::min); // a job that reads a topic twice is as far as its slower reader
        }
      }
    }
    return offsets;
  }

  private static String metric(String topicPartition) {
    int slash = topicPartition.lastIndexOf('/');
    return "_topic_" + topicPartition.substring(0, slash).replace('.', '_') + "_partition_" + topicPartition.substring(slash + 1) + OFFSET;
  }
}
