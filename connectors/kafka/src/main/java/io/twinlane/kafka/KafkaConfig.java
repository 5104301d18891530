package io.twinlane.kafka;

import io.twinlane.catalog.SecretReference;
import io.twinlane.config.ConfigProblems;
import io.twinlane.config.Rules;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * Which Kafka, and how to talk to it: its addresses and whatever its clients need besides, such as SASL properties. Secrets are references,
 * which {@link SecretProvider} reads where a client starts.
 */
public record KafkaConfig(String bootstrapServers, Map<String, String> properties) implements Serializable {
  /** Largest request or record of ours; the broker's limit and the catalog's largest message are the same. */
  public static final int MAX_BYTES = 16 << 20;
  /** A raw message of the largest size still fits when it is kept whole with a reason; the broker counts compressed bytes. */
  private static final int MAX_REQUEST_BYTES = 2 * MAX_BYTES;
  /** What a writer may hold unsent: its largest record, and room for others beside it. */
  static final int LARGE_BUFFER = MAX_REQUEST_BYTES + (1 << 20);
  /** The same for receipts, which are short. */
  static final int SMALL_BUFFER = 4 << 20;
  /** A fetch is no longer than this, unless one record is: then it comes alone. */
  private static final int FETCH_BYTES = 8 << 20;
  private static final int PARTITION_FETCH_BYTES = 2 << 20;
  private static final String SECURITY_PROTOCOL = "security.protocol";

  public KafkaConfig {
    if (!Rules.SERVERS.holds().test(bootstrapServers)) {
      throw new IllegalArgumentException("Cannot use the addresses of Kafka: each must be " + Rules.SERVERS.allowed());
    }
    properties = Map.copyOf(properties);
    KafkaProperties.require(properties);
  }

  public static KafkaConfig of(String bootstrapServers) {
    return new KafkaConfig(bootstrapServers, Map.of());
  }

  /** Reads the options; throws one exception with all that is wrong with them. */
  public static KafkaConfig from(ReadableConfig config) {
    KafkaOptions.ALL.require(config);
    Map<String, String> properties = new HashMap<>(config.get(KafkaOptions.PROPERTIES));
    config.getOptional(KafkaOptions.SECURITY_PROTOCOL).ifPresent(protocol -> properties.putIfAbsent(SECURITY_PROTOCOL, protocol));
    if (!config.get(KafkaOptions.USER).isEmpty()) {
      login(config, properties);
    }
    return new KafkaConfig(config.get(KafkaOptions.BOOTSTRAP_SERVERS), properties);
  }

  private static void login(ReadableConfig config, Map<String, String> properties) {
    String protocol = properties.getOrDefault(SECURITY_PROTOCOL, KafkaOptions.SECURITY_PROTOCOL.defaultValue());
    if (!protocol.startsWith("SASL_")) {
      throw new ConfigProblems(List.of("Cannot set " + KafkaOptions.USER.key() + ": nobody logs in over " + protocol
          + ". Allowed for " + KafkaOptions.SECURITY_PROTOCOL.key() + " are SASL_SSL and SASL_PLAINTEXT then."));
    }
    String mechanism = config.get(KafkaOptions.SASL_MECHANISM);
    properties.put(SaslConfigs.SASL_MECHANISM, mechanism);
    properties.put(SaslConfigs.SASL_JAAS_CONFIG,
        JaasText.login(mechanism, config.get(KafkaOptions.USER), new SecretReference(config.get(KafkaOptions.PASSWORD))));
  }

  /** The same way to talk, to a Kafka at other addresses. */
  public KafkaConfig at(String servers) {
    return new KafkaConfig(servers, properties);
  }

  /** What every client is given. */
  public Properties client() {
    Properties client = new Properties();
    client.putAll(properties);
    client.setProperty("bootstrap.servers", bootstrapServers);
    SecretProvider.attach(client);
    return client;
  }

  /** For readers: a record of the largest size always gets through. */
  public Properties consumer() {
    Properties consumer = client();
    consumer.putIfAbsent("fetch.max.bytes", String.valueOf(FETCH_BYTES));
    consumer.putIfAbsent("max.partition.fetch.bytes", String.valueOf(PARTITION_FETCH_BYTES));
    return consumer;
  }

  /** For writers: nothing lost, always in order, which {@link DropRepeats} relies on, and no wait that a person would notice. */
  public Properties producer() {
    return producer(LARGE_BUFFER);
  }

  /** The same with a bound of its own for what is not sent yet, in bytes. */
  Properties producer(int buffer) {
    Properties producer = client();
    producer.putAll(KafkaProperties.ORDER);
    producer.setProperty("delivery.timeout.ms", String.valueOf(Integer.MAX_VALUE)); // a batch that is given up is overtaken by the next
    producer.putIfAbsent("compression.type", "zstd"); // a third smaller than lz4 on category rows
    producer.putIfAbsent("linger.ms", "10");
    producer.putIfAbsent("batch.size", "65536");
    producer.putIfAbsent("max.request.size", String.valueOf(MAX_REQUEST_BYTES));
    producer.putIfAbsent("buffer.memory", String.valueOf(buffer));
    return producer;
  }

  /** The addresses alone. */
  @Override
  public String toString() {
    return bootstrapServers;
  }
}
