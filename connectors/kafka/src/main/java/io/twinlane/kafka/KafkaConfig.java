package io.twinlane.kafka;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Which Kafka, and how to talk to it: its addresses and whatever its clients need besides, such as SASL settings. */
public record KafkaConfig(String bootstrapServers, Map<String, String> properties) implements Serializable {
  /** Largest request or record of ours; the broker's limit and the catalog's largest message are the same. */
  public static final int MAX_BYTES = 16 << 20;
  /** A raw message of the largest size still fits when it is kept whole with a reason; the broker counts compressed bytes. */
  private static final int MAX_REQUEST_BYTES = 2 * MAX_BYTES;
  /**
   * What the order of a key's rows rests on: acknowledged by all replicas, no doubles by retries, no giving up, one request at a time (a
   * broker that is not yet a partition's leader refuses a producer's first batch and then takes its second one), the key alone decides.
   */
  private static final Map<String, String> ORDER = Map.of("acks", "all", "enable.idempotence", "true",
      "max.in.flight.requests.per.connection", "1", "retries", String.valueOf(Integer.MAX_VALUE), "partitioner.ignore.keys", "false");
  private static final List<String> UNSET = List.of("partitioner.class", "transactional.id");

  public KafkaConfig {
    properties = Map.copyOf(properties);
    properties.forEach(KafkaConfig::refuseDisorder);
  }

  public static KafkaConfig of(String bootstrapServers) {
    return new KafkaConfig(bootstrapServers, Map.of());
  }

  /** What every client is given. */
  public Properties client() {
    Properties client = new Properties();
    client.putAll(properties);
    client.setProperty("bootstrap.servers", bootstrapServers);
    return client;
  }

  /** For readers: a record of the largest size always gets through. */
  public Properties consumer() {
    Properties consumer = client();
    consumer.putIfAbsent("fetch.max.bytes", String.valueOf(2 * MAX_BYTES));
    consumer.putIfAbsent("max.partition.fetch.bytes", String.valueOf(MAX_BYTES));
    return consumer;
  }

  /** For writers: nothing lost, always in order, which {@link DropRepeats} relies on, and no wait that a person would notice. */
  public Properties producer() {
    Properties producer = client();
    producer.putAll(ORDER);
    producer.setProperty("delivery.timeout.ms", String.valueOf(Integer.MAX_VALUE)); // a batch that is given up is overtaken by the next
    producer.putIfAbsent("compression.type", "zstd"); // a third smaller than lz4 on category rows
    producer.putIfAbsent("linger.ms", "10");
    producer.putIfAbsent("batch.size", "65536");
    producer.putIfAbsent("max.request.size", String.valueOf(MAX_REQUEST_BYTES));
    producer.putIfAbsent("buffer.memory", String.valueOf(2 * MAX_REQUEST_BYTES));
    return producer;
  }

  private static void refuseDisorder(String key, String value) {
    String needed = ORDER.get(key);
    if (UNSET.contains(key) || needed != null && !needed.equals(value)) {
      throw new IllegalArgumentException("Cannot set " + key + " of Kafka's clients to " + value
          + ": the order of a key's rows rests on it. Allowed: " + (needed == null ? "to leave it out" : needed));
    }
  }

  /** Without the properties: there may be secrets in them. */
  @Override
  public String toString() {
    return bootstrapServers;
  }
}
