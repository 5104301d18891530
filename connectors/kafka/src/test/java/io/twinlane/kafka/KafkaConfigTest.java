package io.twinlane.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaConfigTest {
  @ParameterizedTest
  @CsvSource({"acks,1", "enable.idempotence,false", "max.in.flight.requests.per.connection,5", "retries,0", "partitioner.ignore.keys,true",
      "partitioner.class,org.example.Mine", "transactional.id,x"})
  void what_the_order_of_rows_rests_on_cannot_be_set_otherwise(String key, String value) {
    assertThatThrownBy(() -> new KafkaConfig("a:1", Map.of(key, value)))
        .hasMessageStartingWith("Cannot set " + key + " of Kafka's clients to " + value + ": the order of a key's rows rests on it. Allowed: ");
  }

  @Test
  void what_it_must_be_may_be_said_and_writers_never_give_a_batch_up() {
    KafkaConfig kafka = new KafkaConfig("a:1", Map.of("acks", "all", "linger.ms", "0", "delivery.timeout.ms", "1000"));

    assertThat(kafka.producer()).containsEntry("acks", "all").containsEntry("linger.ms", "0")
        .containsEntry("max.in.flight.requests.per.connection", "1").containsEntry("delivery.timeout.ms", "2147483647");
  }

  @Test
  void a_user_logs_in_with_a_password_that_is_read_where_the_client_starts(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("password"), "hunter\\\"2");
    KafkaConfig kafka = KafkaConfig.from(Configuration.fromMap(Map.of("kafka.bootstrap-servers", "a:1", "kafka.user", "me",
        "kafka.security-protocol", "SASL_SSL", "kafka.sasl-mechanism", "PLAIN", "kafka.password", "${file:" + file + "}",
        "kafka.properties.ssl.key.password", "${env:PATH}")));

    assertThat(kafka.client().toString()).as("what travels").doesNotContain("hunter", System.getenv("PATH"));
    ProducerConfig started = new ProducerConfig(withSerializers(kafka.producer()));
    assertThat(started.getPassword("sasl.jaas.config").value()).as("what the client logs in with")
        .isEqualTo("org.apache.kafka.common.security.plain.PlainLoginModule required username=\"me\" password=\"hunter\\\\\\\"2\";");
    assertThat(started.getPassword("ssl.key.password").value()).isEqualTo(System.getenv("PATH"));
    assertThat(started.toString()).doesNotContain("hunter");
  }

  @Test
  void a_user_over_a_connection_where_nobody_logs_in_is_refused() {
    assertThatThrownBy(() -> KafkaConfig.from(Configuration.fromMap(Map.of("kafka.user", "me")))).hasMessage(
        "Cannot set kafka.user: nobody logs in over PLAINTEXT. Allowed for kafka.security-protocol are SASL_SSL and SASL_PLAINTEXT then.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "sasl.jaas.config|x.Login required username=\"me\" password=\"hunter2\";", "sasl.jaas.config|x.Login required apiKey = hunter2;",
      "ssl.keystore.password|hunter2", "ssl.keystore.key|hunter2", "sasl.oauthbearer.token.endpoint.url|https://me:hunter2@idp/token"})
  void a_secret_in_a_property_is_refused_and_not_repeated(String key, String value) {
    assertThatThrownBy(() -> new KafkaConfig("a:1", Map.of(key, value)))
        .hasMessage("Cannot set " + key + " of Kafka's clients: it holds a secret. Allowed is a secret by reference, as ${env:NAME} or ${file:PATH}");
  }

  @Test
  void an_address_with_a_password_in_it_is_refused_and_not_repeated() {
    assertThatThrownBy(() -> KafkaConfig.of("me:hunter2@a:1"))
        .hasMessage("Cannot use the addresses of Kafka: each must be host:port, or several with commas between them");
  }

  @Test
  void a_property_that_no_client_knows_is_refused() {
    assertThatThrownBy(() -> new KafkaConfig("a:1", Map.of("linger.mss", "1")))
        .hasMessage("Cannot set linger.mss of Kafka's clients: there is no such property; did you mean linger.ms?");
  }

  private static Properties withSerializers(Properties properties) {
    properties.put("key.serializer", ByteArraySerializer.class);
    properties.put("value.serializer", ByteArraySerializer.class);
    return properties;
  }

  @Test
  void what_readers_and_writers_hold_is_bounded_by_bytes() {
    KafkaConfig kafka = KafkaConfig.of("a:1");

    assertThat(kafka.producer(KafkaConfig.LARGE_BUFFER)).as("a writer of rows").containsEntry("buffer.memory", "" + 33 * (1 << 20))
        .containsEntry("max.request.size", "" + 32 * (1 << 20));
    assertThat(kafka.producer(KafkaConfig.SMALL_BUFFER)).as("a writer of receipts").containsEntry("buffer.memory", "" + 4 * (1 << 20));
    assertThat(kafka.consumer()).as("a reader").containsEntry("fetch.max.bytes", "" + 8 * (1 << 20))
        .containsEntry("max.partition.fetch.bytes", "" + 2 * (1 << 20));
  }
}
