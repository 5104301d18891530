package io.twinlane.kafka.replay;

import io.twinlane.kafka.TopicIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Keeps account of the messages that Kafka has acknowledged: how many a topic, and on which offsets. Thread-safe. */
final class Acknowledged {
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, List<OffsetRange>> offsets = new TreeMap<>();
  private final Map<String, TopicIds> ids = new TreeMap<>();
  private long total;

  /** Names a topic and its incarnation, so that it is told even when nothing comes into it. */
  synchronized void topic(String topic, TopicIds id) {
    counts.putIfAbsent(topic, 0L);
    ids.put(topic, id);
  }

  synchronized void add(RecordMetadata place) {
    counts.merge(place.topic(), 1L, Long::sum);
    total++;
    if (place.hasOffset()) {
      String origin = ids.get(place.topic()).origin(place.topic(), place.partition());
      List<OffsetRange> ranges = offsets.computeIfAbsent(origin, unused -> new ArrayList<>());
      OffsetRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
      if (last != null && last.end() == place.offset()) {
        ranges.set(ranges.size() - 1, new OffsetRange(last.from(), last.end() + 1));
      } else {
        ranges.add(new OffsetRange(place.offset(), place.offset() + 1));
      }
    }
  }

  synchronized long total() {
    return total;
  }

  synchronized Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  synchronized Map<String, List<OffsetRange>> offsets() {
    Map<String, List<OffsetRange>> copy = new TreeMap<>();
    offsets.forEach((origin, ranges) -> copy.put(origin, List.copyOf(ranges)));
    return copy;
  }
}
