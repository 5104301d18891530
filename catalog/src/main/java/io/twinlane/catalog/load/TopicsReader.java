package io.twinlane.catalog.load;

import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.TopicDeclarations;
import io.twinlane.catalog.TopicSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Reads what platform.yaml says of topics: the four kinds, and single topics that differ from theirs. */
final class TopicsReader {
  private static final String[] KEYS = {"partitions", "retention", "replication", "min-insync-replicas"};
  private static final int MOST_PARTITIONS = 1000;
  private static final int MOST_REPLICAS = 100;
  private static final TopicSettings NOTHING_SAID = TopicSettings.onOneBroker(1, Duration.ofDays(3));

  private final Map<String, YamlNode> ofKinds = new LinkedHashMap<>();
  private final Map<String, YamlNode> single = new LinkedHashMap<>();

  TopicDeclarations read(YamlNode node) {
    Map<String, TopicSettings> kinds = new LinkedHashMap<>();
    for (String kind : TopicDeclarations.KINDS) {
      YamlNode settings = node.required(kind);
      ofKinds.put(kind, settings);
      for (String key : KEYS) {
        settings.required(key);
      }
      kinds.put(kind, read(settings, NOTHING_SAID));
    }
    Map<String, TopicSettings> own = new LinkedHashMap<>();
    node.entries().forEach((name, settings) -> {
      if (!TopicDeclarations.KINDS.contains(name)) {
        single.put(name, settings);
        own.put(name, read(settings, kinds.getOrDefault(TopicDeclarations.kind(name), NOTHING_SAID)));
      }
    });
    return new TopicDeclarations(kinds, own);
  }

  /** Tells settings of topics that nothing has, and outcomes that are forgotten before their message. */
  void check(Collection<String> topics) {
    TreeSet<String> known = new TreeSet<>(TopicDeclarations.KINDS);
    known.addAll(topics);
    single.forEach((name, settings) -> {
      if (!known.contains(name)) {
        settings.problem(Nearest.unknown("topic", name, known));
      }
    });
    new OutcomeRetentions(ofKinds, single).check(topics);
  }

  private static TopicSettings read(YamlNode node, TopicSettings otherwise) {
    node.only(KEYS);
    TopicSettings read = new TopicSettings(
        whole(node.optional("partitions"), MOST_PARTITIONS, otherwise.partitions()),
        node.has("retention") ? node.optional("retention").duration(otherwise.retention()) : otherwise.retention(),
        whole(node.optional("replication"), MOST_REPLICAS, otherwise.replication()),
        whole(node.optional("min-insync-replicas"), MOST_REPLICAS, otherwise.minInSyncReplicas()));
    if (read.minInSyncReplicas() > read.replication()) {
      node.problem("min-insync-replicas " + read.minInSyncReplicas() + " is more than replication " + read.replication()
          + ": nothing could ever be written");
    }
    return read;
  }

  private static int whole(YamlNode node, int most, int otherwise) {
    return node.present() ? node.whole(1, most) : otherwise;
  }
}
