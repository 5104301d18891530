package io.twinlane.kafka;

import io.twinlane.catalog.derive.KafkaTopics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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

/** Brings a Kafka's topics to what the catalog says. Topics are never deleted, and their partitions never changed. */
public final class Topics {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 50;

  private final Admin admin;
  private final List<String> done = new ArrayList<>();

  private Topics(Admin admin) {
    this.admin = admin;
  }

  /** Creates what is missing and mends settings that differ; gives one sentence for each thing that was done or cannot be. */
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
    List<Topic> missing = topics.stream().filter(t -> !there.contains(t.name())).toList();
    List<Topic> present = topics.stream().filter(t -> there.contains(t.name())).toList();
    create(missing);
    mend(present);
    comparePartitions(present);
  }

  private void create(List<Topic> missing) throws ExecutionException, InterruptedException {
    get(admin.createTopics(missing.stream()
        .map(t -> new NewTopic(t.name(), Optional.of(t.partitions()), Optional.empty()).configs(t.config())).toList()).all());
    awaitLeaders(missing);
    missing.forEach(t -> done.add("created " + t.name() + " with " + t.partitions() + " partitions"));
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

  private void comparePartitions(List<Topic> present) throws ExecutionException, InterruptedException {
    Map<String, TopicDescription> found = get(admin.describeTopics(present.stream().map(Topic::name).toList()).allTopicNames());
    for (Topic topic : present) {
      int is = found.get(topic.name()).partitions().size();
      if (is != topic.partitions()) {
        done.add("left " + topic.name() + " with " + is + " partitions, where the catalog has " + topic.partitions()
            + ": a change would part a key's messages");
      }
    }
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
