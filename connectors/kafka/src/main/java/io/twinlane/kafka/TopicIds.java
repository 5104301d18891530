package io.twinlane.kafka;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;

/**
 * Which incarnation of some topics is meant. Kafka gives a topic an id when it is created; a topic of the same name that is created anew has
 * another id, and its offsets begin at 0 again.
 */
public record TopicIds(Map<String, String> byTopic) implements Serializable {
  public TopicIds(Map<String, String> byTopic) {
    this.byTopic = new TreeMap<>(byTopic);
  }

  /** Asks Kafka for the topics as they are now. */
  public static TopicIds of(KafkaConfig kafka, Collection<String> topics) {
    try (Admin admin = Admin.create(Topics.impatient(kafka))) {
      return of(admin.describeTopics(topics).allTopicNames().get());
    } catch (ExecutionException e) {
      throw cannot(kafka, topics, e.getCause());
    } catch (KafkaException e) {
      throw cannot(kafka, topics, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cannot(kafka, topics, e);
    }
  }

  static TopicIds of(Map<String, TopicDescription> described) {
    Map<String, String> ids = new TreeMap<>();
    described.forEach((topic, description) -> ids.put(topic, description.topicId().toString()));
    return new TopicIds(ids);
  }

  /** How rows name a partition as their origin: {@code raw.ib@9rs4Tx3iQ-2Rk1v8bq2W0g/0}. */
  public String origin(String topic, int partition) {
    String id = byTopic.get(topic);
    if (id == null) {
      throw new IllegalArgumentException("Cannot name an origin in " + topic + ": the ids are those of " + byTopic.keySet());
    }
    return topic + '@' + id + '/' + partition;
  }

  private static IllegalStateException cannot(KafkaConfig kafka, Collection<String> topics, Throwable cause) {
    return new IllegalStateException("Cannot ask Kafka at " + kafka + " for the ids of " + topics + ": " + cause.getMessage()
        + " Allowed are topics that are there: ./twinlane up creates the catalog's.", cause);
  }
}
