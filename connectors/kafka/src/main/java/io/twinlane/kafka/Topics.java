package io.twinlane.kafka;

import io.twinlane.catalog.derive.KafkaTopics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Brings a Kafka's topics to what the catalog says. Topics are never deleted; partitions and replicas of what is there are never changed, and
 * another number of partitions is refused.
 */
public final class Topics {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 50;

  private final Admin admin;
  private final List<String> done = new ArrayList<>();

  private Topics(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates what is missing and mends settings that differ; gives one sentence for each thing of what was there that was changed, and for
   * each that is not as the catalog says. Refuses, before anything is done, what cannot be.
   */
  public static List<String> create(KafkaConfig kafka, List<Topic> topics) {
    try (Admin admin = Admin.create(impatient(kafka))) {
      Topics work = new Topics(admin);
      work.bring(topics);
      return work.done;
    } catch (ExecutionException e) {
      throw unreachable(kafka, e.getCause());
    } catch (KafkaException e) {
      throw unreachable(kafka, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot create topics: interrupted", e);
    }
  }

  private void bring(List<Topic> topics) throws ExecutionException, InterruptedException {
    Set<String> there = get(admin.listTopics().names());
    List<Topic> present = topics.stream().filter(t -> there.contains(t.name())).toList();
    Map<String, TopicDescription> found = get(admin.describeTopics(present.stream().map(Topic::name).toList()).allTopicNames());
    refuseOtherPartitions(present, found);
    int brokers = get(admin.describeCluster().nodes()).size();
    TopicsForBrokers missing = TopicsForBrokers.of(topics.stream().filter(t -> !there.contains(t.name())).toList(), brokers);
    missing.told().ifPresent(done::add);
    create(missing.topics());
    mend(asReplicated(present, found, brokers));
  }

  private void create(List<Topic> missing) throws ExecutionException, InterruptedException {
    get(admin.createTopics(missing.stream().map(t -> new NewTopic(
        t.name(), t.partitions(), (short) t.settings().replication()).configs(t.config())).toList()).all());
    awaitLeaders(missing);
  }

  /** What is there keeps its replicas, and no writer is made to wait for more of them. */
  private List<Topic> asReplicated(List<Topic> present, Map<String, TopicDescription> found, int brokers) {
    List<Topic> topics = new ArrayList<>();
    for (Topic topic : present) {
      int is = found.get(topic.name()).partitions().get(0).replicas().size();
      if (brokers > 1 && is != topic.settings().replication()) {
        done.add("left " + topic.name() + " with " + is + " replicas, where the catalog has " + topic.settings().replication()
            + ": kafka-reassign-partitions moves them");
      }
      topics.add(topic.withReplicasUpTo(is));
    }
    return topics;
  }

  /** A topic is listed before its leaders serve it; asking each for its end makes sure that they do. */
  private void awaitLeaders(List<Topic> created) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (Topic topic : created) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!served(ends, deadline)) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean served(Map<TopicPartition, OffsetSpec> ends, long deadline) throws ExecutionException, InterruptedException {
    try {
      get(admin.listOffsets(ends).all());
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException && System.nanoTime() < deadline) {
        return false;
      }
      throw e;
    }
  }

  private void mend(List<Topic> present) throws ExecutionException, InterruptedException {
    Map<ConfigResource, Config> found = get(admin.describeConfigs(present.stream().map(Topics::resource).toList()).all());
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    for (Topic topic : present) {
      List<AlterConfigOp> ops = differences(topic, found.get(resource(topic)));
      if (!ops.isEmpty()) {
        changes.put(resource(topic), ops);
      }
    }
    get(admin.incrementalAlterConfigs(changes).all());
  }

  private List<AlterConfigOp> differences(Topic topic, Config found) {
    List<AlterConfigOp> ops = new ArrayList<>();
    topic.config().forEach((key, wanted) -> {
      String is = found.get(key) == null ? null : found.get(key).value();
      if (!wanted.equals(is)) {
        ops.add(new AlterConfigOp(new ConfigEntry(key, wanted), AlterConfigOp.OpType.SET));
        done.add("set " + key + " of " + topic.name() + " to " + wanted + " (was " + is + ")");
      }
    });
    return ops;
  }

  /** Before anything is changed: of a topic that is parted anew, a key's older messages lie elsewhere than its newer ones. */
  private static void refuseOtherPartitions(List<Topic> present, Map<String, TopicDescription> found) {
    List<Topic> other = present.stream().filter(t -> found.get(t.name()).partitions().size() != t.partitions()).toList();
    if (!other.isEmpty()) {
      throw new IllegalStateException("Cannot bring " + listed(other, t -> t.name() + " from "
          + found.get(t.name()).partitions().size() + " to " + t.partitions() + " partitions")
          + ": a key's messages share a partition, and their order would be lost. Allowed: the partitions that are there"
          + " (kafka.topics in catalog/platform.yaml)");
    }
  }

  private static String listed(List<Topic> topics, Function<Topic, String> how) {
    return topics.stream().map(how).collect(Collectors.joining(", "));
  }

  private static ConfigResource resource(Topic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }

  private static <T> T get(KafkaFuture<T> future) throws ExecutionException, InterruptedException {
    return future.get();
  }

  /** A Kafka that does not answer is told of within seconds, not minutes. */
  static Properties impatient(KafkaConfig kafka) {
    Properties client = kafka.client();
    client.putIfAbsent("request.timeout.ms", "5000");
    client.putIfAbsent("default.api.timeout.ms", "10000");
    return client;
  }

  private static IllegalStateException unreachable(KafkaConfig kafka, Throwable cause) {
    return new IllegalStateException("Cannot reach Kafka at " + kafka + ": " + cause.getMessage()
        + " Set kafka.bootstrap-servers to the addresses of a Kafka that runs.", cause);
  }
}
