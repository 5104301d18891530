package io.twinlane.kafka.replay;

import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.RawRecord;
import io.twinlane.kafka.TopicIds;
import io.twinlane.normalize.Recording.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends messages to raw topics in order, waits where Kafka is slower, and remembers the first one that Kafka refused. */
final class RawTopicWriter implements AutoCloseable {
  private static final String PATIENCE_MILLIS = "120000";
  /** A longer identifier still puts its messages into one partition by its beginning. */
  private static final int LONGEST_KEY = 1000;

  private final KafkaConfig kafka;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Acknowledged acknowledged = new Acknowledged();
  private final Map<String, Integer> partitions = new HashMap<>();
  private final Map<String, Integer> withoutKey = new HashMap<>();
  private final AtomicReference<ReplayFailed> failure = new AtomicReference<>();

  RawTopicWriter(KafkaConfig kafka) {
    this.kafka = kafka;
    Properties client = kafka.producer();
    client.setProperty("max.request.size", String.valueOf(KafkaConfig.MAX_BYTES));
    client.putIfAbsent("max.block.ms", PATIENCE_MILLIS);
    client.setProperty("delivery.timeout.ms", kafka.properties().getOrDefault("delivery.timeout.ms", PATIENCE_MILLIS));
    producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Makes sure that a topic is there before the clock starts. */
  void prepare(String topic) {
    try {
      partitions.put(topic, producer.partitionsFor(topic).size());
      acknowledged.topic(topic, TopicIds.of(kafka, List.of(topic)));
    } catch (KafkaException | IllegalStateException e) {
      throw new ReplayFailed("Cannot replay into " + topic + " at " + kafka + ": " + e.getMessage()
          + " Set kafka.bootstrap-servers to a Kafka that has the topic.", e);
    }
  }

  void send(Track track, Recorded message) {
    failIfRefused();
    ProducerRecord<byte[], byte[]> record = record(track, message.message());
    if (message.received() != null) {
      record.headers().add(RawRecord.RECEIVED, Long.toString(message.received()).getBytes(StandardCharsets.US_ASCII));
    }
    try {
      Future<?> unused = producer.send(record, (place, problem) -> acknowledge(track, message, place, problem));
    } catch (KafkaException e) {
      acknowledge(track, message, null, e);
    }
  }

  /** By key into one partition; without one in turns, so that the same recordings come out on the same offsets each time. */
  private ProducerRecord<byte[], byte[]> record(Track track, byte[] message) {
    String key = track.key().apply(message);
    if (key == null) {
      int partition = withoutKey.merge(track.topic(), 0, (last, unused) -> (last + 1) % partitions.get(track.topic()));
      return new ProducerRecord<>(track.topic(), partition, null, message);
    }
    String cut = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    return new ProducerRecord<>(track.topic(), cut.getBytes(StandardCharsets.UTF_8), message);
  }

  /** Returns when everything that was sent is acknowledged. */
  void finish() {
    producer.flush();
    failIfRefused();
  }

  Acknowledged acknowledged() {
    return acknowledged;
  }

  @Override
  public void close() {
    producer.close();
  }

  private void acknowledge(Track track, Recorded message, RecordMetadata place, Exception problem) {
    if (problem == null) {
      acknowledged.add(place);
      return;
    }
    failure.compareAndSet(null, new ReplayFailed("Cannot replay line " + message.line() + " of " + track.name() + " into " + track.topic()
        + ": " + problem.getMessage() + wayOut(message, problem), problem));
  }

  private static String wayOut(Recorded message, Exception problem) {
    return problem instanceof RecordTooLargeException
        ? " The message has " + message.message().length + " bytes; allowed is what kafka.max-message-bytes of catalog/platform.yaml says."
        : " Set kafka.bootstrap-servers to a Kafka that answers.";
  }

  private void failIfRefused() {
    if (failure.get() != null) {
      throw failure.get();
    }
  }
}
