package io.twinlane.kafka;

import io.twinlane.catalog.SecretReference;
import io.twinlane.config.Options;
import io.twinlane.config.Rules;
import io.twinlane.config.ValueRule;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** What can be set about everything that talks to Kafka. */
public final class KafkaOptions {
  public static final ConfigOption<String> BOOTSTRAP_SERVERS = ConfigOptions.key("kafka.bootstrap-servers").stringType().defaultValue("")
      .withDescription("A Kafka of your own, host:port,...: none is started then.");
  public static final ConfigOption<String> SECURITY_PROTOCOL = ConfigOptions.key("kafka.security-protocol").stringType().defaultValue("PLAINTEXT")
      .withDescription("How clients talk to it: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL.");
  public static final ConfigOption<String> SASL_MECHANISM = ConfigOptions.key("kafka.sasl-mechanism").stringType()
      .defaultValue("SCRAM-SHA-512").withDescription("How kafka.user says who it is: SCRAM-SHA-512, SCRAM-SHA-256 or PLAIN.");
  public static final ConfigOption<String> USER = ConfigOptions.key("kafka.user").stringType().defaultValue("")
      .withDescription("User that reads and writes topics; unset: nobody logs in.");
  public static final ConfigOption<String> PASSWORD = ConfigOptions.key("kafka.password").stringType().defaultValue("")
      .withDescription("Where that user's password is, " + SecretReference.ALLOWED + ": never the password itself. Read wherever a client starts.");
  public static final ConfigOption<Map<String, String>> PROPERTIES = ConfigOptions.key("kafka.properties").mapType().defaultValue(Map.of())
      .withDescription("More of Kafka's own client properties, one a key: kafka.properties.ssl.truststore.location=/etc/kafka/ca.jks. Secrets as "
          + SecretReference.ALLOWED + ", in sasl.jaas.config too. What the order of rows rests on (acks, ...) cannot be set.");

  public static final Options ALL = Options.of("Kafka")
      .with(BOOTSTRAP_SERVERS, Rules.SERVERS)
      .with(SECURITY_PROTOCOL, oneOf(List.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL")))
      .with(SASL_MECHANISM, oneOf(List.of("SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN")))
      .with(USER, new ValueRule<>("a name without quotes", text -> text.indexOf('"') < 0 && text.indexOf('\\') < 0))
      .with(PASSWORD, Rules.SECRET)
      .with(PROPERTIES, new ValueRule<>("properties of Kafka's clients", properties -> true));

  private KafkaOptions() {}

  private static ValueRule<String> oneOf(List<String> names) {
    return new ValueRule<>("one of " + String.join(", ", names), names::contains);
  }
}
