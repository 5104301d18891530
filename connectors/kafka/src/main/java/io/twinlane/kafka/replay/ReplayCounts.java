package io.twinlane.kafka.replay;

import java.time.Duration;
import java.util.Map;

/** What a replay did: messages acknowledged by Kafka, by topic, and how long it took. */
public record ReplayCounts(Map<String, Long> byTopic, Duration took) {
  public long total() {
    return byTopic.values().stream().mapToLong(Long::longValue).sum();
  }
}
