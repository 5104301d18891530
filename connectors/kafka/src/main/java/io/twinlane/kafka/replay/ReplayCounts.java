package io.twinlane.kafka.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a replay did.
 *
 * @param byTopic messages acknowledged by Kafka
 * @param offsets where they are, by origin: {@code raw.ib@<topic id>/0}
 * @param shortened what was left out of the pauses; nothing where no pause was kept anyway
 * @param took how long it took
 */
public record ReplayCounts(Map<String, Long> byTopic, Map<String, List<OffsetRange>> offsets, Shortened shortened, Duration took) {
  public long total() {
    return byTopic.values().stream().mapToLong(Long::longValue).sum();
  }
}
