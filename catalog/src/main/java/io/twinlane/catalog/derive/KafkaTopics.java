package io.twinlane.catalog.derive;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Platform;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.TopicSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The topics that the catalog needs: raw, unqualified and dropped for every live source, one for every category. */
public final class KafkaTopics {
  /** How much smaller a raw message must be than the broker's limit, so that it still fits when it is kept whole as unqualified. */
  public static final int ROOM_FOR_REASONS = 65_536;

  private KafkaTopics() {}

  /**
   * One topic as the broker is asked for it. Old records are deleted after its retention, by the broker's clock, which also says when each
   * came: a producer's clock moves neither. Compression is left as the producer made it.
   */
  public record Topic(String name, TopicSettings settings, int maxMessageBytes, String description) {
    public int partitions() {
      return settings.partitions();
    }

    public Duration retention() {
      return settings.retention();
    }

    /** The broker's own names for the settings that a topic can change. */
    public Map<String, String> config() {
      return Map.of(
          "cleanup.policy", "delete",
          "compression.type", "producer",
          "max.message.bytes", String.valueOf(maxMessageBytes),
          "message.timestamp.type", "LogAppendTime",
          "min.insync.replicas", String.valueOf(settings.minInSyncReplicas()),
          "retention.ms", String.valueOf(retention().toMillis()));
    }

    /** The same with so many replicas at most. */
    public Topic withReplicasUpTo(int most) {
      return new Topic(name, settings.withReplicasUpTo(most), maxMessageBytes, description);
    }
  }

  /** Every topic, in name order. */
  public static List<Topic> of(Catalog catalog) {
    List<Topic> topics = new ArrayList<>();
    catalog.sources().stream().filter(Source::live).forEach(source -> topics.addAll(of(catalog.platform(), source)));
    Platform platform = catalog.platform();
    catalog.categories().forEach(category -> topics.add(topic(platform, categoryTopic(category.name()), platform.maxMessageBytes(),
        "Rows of " + category.name() + " as Avro, by " + category.identifier())));
    topics.sort((a, b) -> a.name().compareTo(b.name()));
    return topics;
  }

  /** Largest message that a raw topic takes. */
  public static int maxRawBytes(Platform platform) {
    return platform.maxMessageBytes() - ROOM_FOR_REASONS;
  }

  public static String categoryTopic(String category) {
    return "category." + category;
  }

  /** {@code kafka/topics.yaml}. */
  public static Map<String, String> files(Catalog catalog) {
    return Map.of("kafka/topics.yaml", yaml(of(catalog)));
  }

  private static List<Topic> of(Platform platform, Source source) {
    return List.of(
        topic(platform, source.rawTopic(), maxRawBytes(platform), "Messages of " + source.name() + " exactly as received"),
        topic(platform, source.unqualifiedTopic(), platform.maxMessageBytes(),
            "Messages and rows of " + source.name() + " that could not go on, whole and with the reason"),
        topic(platform, source.droppedTopic(), platform.maxMessageBytes(),
            "Receipts of the messages of " + source.name() + " that give no row on purpose"));
  }

  private static Topic topic(Platform platform, String name, int maxMessageBytes, String description) {
    return new Topic(name, platform.topics().of(name), maxMessageBytes, description);
  }

  private static String yaml(List<Topic> topics) {
    StringBuilder text = new StringBuilder();
    for (Topic topic : topics) {
      text.append("- name: ").append(topic.name())
          .append("\n  description: ").append(topic.description())
          .append("\n  partitions: ").append(topic.partitions())
          .append("\n  replication: ").append(topic.settings().replication())
          .append("\n  config:\n");
      topic.config().entrySet().stream().sorted(Map.Entry.comparingByKey())
          .forEach(e -> text.append("    ").append(e.getKey()).append(": ").append(e.getValue()).append('\n'));
    }
    return text.toString();
  }
}
