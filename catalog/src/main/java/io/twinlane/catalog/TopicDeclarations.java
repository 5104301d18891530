package io.twinlane.catalog;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings of all topics: those of each kind, and of single topics what they have of their own; both by name. */
public record TopicDeclarations(Map<String, TopicSettings> kinds, Map<String, TopicSettings> own) implements Serializable {
  /** The first part of every topic's name. */
  public static final List<String> KINDS = List.of("raw", "category", "unqualified", "dropped");
  private static final String UNQUALIFIED = "unqualified";

  public TopicDeclarations {
    kinds = new TreeMap<>(kinds);
    own = new TreeMap<>(own);
  }

  /** Every kind alike. */
  public static TopicDeclarations ofAll(TopicSettings settings) {
    Map<String, TopicSettings> kinds = new TreeMap<>();
    KINDS.forEach(kind -> kinds.put(kind, settings));
    return new TopicDeclarations(kinds, Map.of());
  }

  /** Of a topic such as {@code raw.ib}. */
  public TopicSettings of(String topic) {
    TopicSettings settings = own.getOrDefault(topic, kinds.get(kind(topic)));
    if (settings == null) {
      throw new IllegalArgumentException("Cannot find settings of topic " + topic + ": there are " + kinds.keySet() + " and " + own.keySet());
    }
    return settings;
  }

  /** How long the table of what did not qualify keeps rows: as long as any of the topics that it is filled from. */
  public Duration unqualifiedRetention() {
    Duration longest = kinds.get(UNQUALIFIED).retention();
    for (Map.Entry<String, TopicSettings> topic : own.entrySet()) {
      Duration retention = topic.getValue().retention();
      longest = kind(topic.getKey()).equals(UNQUALIFIED) && retention.compareTo(longest) > 0 ? retention : longest;
    }
    return longest;
  }

  /** {@code raw} of {@code raw.ib}. */
  public static String kind(String topic) {
    int dot = topic.indexOf('.');
    return dot < 0 ? topic : topic.substring(0, dot);
  }
}
