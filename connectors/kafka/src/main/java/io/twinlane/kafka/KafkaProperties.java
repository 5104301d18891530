package io.twinlane.kafka;

import io.twinlane.catalog.Nearest;
import io.twinlane.config.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;

/** Which properties of Kafka's clients may be set from outside, and to what. */
final class KafkaProperties {
  /**
   * What the order of a key's rows rests on: acknowledged by all replicas, no doubles by retries, no giving up, one request at a time (a
   * broker that is not yet a partition's leader refuses a producer's first batch and then takes its second one), the key alone decides.
   */
  static final Map<String, String> ORDER = Map.of("acks", "all", "enable.idempotence", "true",
      "max.in.flight.requests.per.connection", "1", "retries", String.valueOf(Integer.MAX_VALUE), "partitioner.ignore.keys", "false");
  private static final List<String> UNSET = List.of("partitioner.class", "transactional.id");
  /** Those of Flink's connector, which travel with Kafka's own. */
  private static final List<String> OF_FLINK = List.of(
      "partition.discovery.interval.ms", "commit.offsets.on.checkpoint", "register.consumer.metrics", "register.producer.metrics");
  private static final Set<String> KNOWN = known();

  private KafkaProperties() {}

  /** Refuses, without repeating the value where it may be a secret. */
  static void require(Map<String, String> properties) {
    properties.forEach(KafkaProperties::require);
  }

  private static void require(String name, String value) {
    if (!KNOWN.contains(name)) {
      throw new IllegalArgumentException("Cannot set " + name + " of Kafka's clients: "
          + Nearest.find(name, KNOWN).map(near -> "there is no such property; did you mean " + near + "?")
              .orElse("there is no such property. Allowed are those of Kafka's producer, consumer and admin client."));
    }
    if (name.equals(SaslConfigs.SASL_JAAS_CONFIG) ? JaasText.holdsSecret(value) : Secrets.open(name, value)) {
      throw new IllegalArgumentException("Cannot set " + name + " of Kafka's clients: it holds a secret. Allowed is " + Secrets.ALLOWED);
    }
    refuseDisorder(name, value);
  }

  private static void refuseDisorder(String name, String value) {
    String needed = ORDER.get(name);
    if (UNSET.contains(name) || needed != null && !needed.equals(value)) {
      throw new IllegalArgumentException("Cannot set " + name + " of Kafka's clients to " + value
          + ": the order of a key's rows rests on it. Allowed: " + (needed == null ? "to leave it out" : needed));
    }
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(OF_FLINK);
    known.addAll(ConsumerConfig.configNames());
    known.addAll(ProducerConfig.configNames());
    known.addAll(AdminClientConfig.configNames());
    return known;
  }
}
