package io.twinlane.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
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
}
