package io.twinlane.kafka.replay;

import io.twinlane.kafka.KafkaConnection;
import io.twinlane.kafka.RawRecord;
import io.twinlane.normalize.Recording.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends messages to raw topics in order, waits where Kafka is slower, and remembers the first one that Kafka refused. */
final class RawTopicWriter implements AutoCloseable {
  private static final String PATIENCE_MILLIS = "120000";

  private final KafkaConnection kafka;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, LongAdder> acknowledged = new ConcurrentHashMap<>();
  private final AtomicReference<ReplayFailed> failure = new AtomicReference<>();

  RawTopicWriter(KafkaConnection kafka) {
    this.kafka = kafka;
    Properties settings = kafka.producer();
    settings.setProperty("max.request.size", String.valueOf(KafkaConnection.MAX_BYTES));
    settings.putIfAbsent("max.block.ms", PATIENCE_MILLIS);
    settings.setProperty("delivery.timeout.ms", kafka.properties().getOrDefault("delivery.timeout.ms", PATIENCE_MILLIS));
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Makes sure that a topic is there before the clock starts. */
  void prepare(String topic) {
    try {
      producer.partitionsFor(topic);
      acknowledged.computeIfAbsent(topic, t -> new LongAdder());
    } catch (KafkaException e) {
      throw new ReplayFailed("Cannot replay into " + topic + " at " + kafka + ": " + e.getMessage()
          + " Set kafka.bootstrap-servers to a Kafka that has the topic.", e);
    }
  }

  void send(Track track, Recorded message) {
    failIfRefused();
    String key = track.key().apply(message.message());
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(track.topic(), keyBytes, message.message());
    if (message.received() != null) {
      record.headers().add(RawRecord.RECEIVED, Long.toString(message.received()).getBytes(StandardCharsets.US_ASCII));
    }
    try {
      producer.send(record, (place, problem) -> acknowledge(track, message, problem));
    } catch (KafkaException e) {
      acknowledge(track, message, e);
    }
  }

  /** Returns when everything that was sent is acknowledged. */
  Map<String, Long> finish() {
    producer.flush();
    failIfRefused();
    Map<String, Long> counts = new TreeMap<>();
    acknowledged.forEach((topic, count) -> counts.put(topic, count.sum()));
    return counts;
  }

  long acknowledged() {
    return acknowledged.values().stream().mapToLong(LongAdder::sum).sum();
  }

  @Override
  public void close() {
    producer.close();
  }

  private void acknowledge(Track track, Recorded message, Exception problem) {
    if (problem == null) {
      acknowledged.get(track.topic()).increment();
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
