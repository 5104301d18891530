package io.twinlane.local.days;

import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.RawRecord;
import io.twinlane.kafka.TopicIds;
import io.twinlane.local.days.Message.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Both sources, writing into their raw topics; remembers every message with the place that Kafka gave it. */
final class Feeds implements AutoCloseable {
  private static final Instant FIRST_DAY = Instant.parse("2026-11-02T10:00:00Z");
  private static final long SECONDS_A_DAY = 86_400;
  private static final long MILLIS_BETWEEN = 1_307;
  private static final List<String> TOPICS = List.of("raw.ib", "raw.coinbase");

  private final KafkaConfig kafka;
  private final KafkaProducer<byte[], byte[]> producer;
  private final IbFeed ib;
  private final CoinbaseFeed coinbase;
  private final List<Sent> sent = new ArrayList<>();
  private TopicIds ids;
  private Instant now;

  Feeds(KafkaConfig kafka, long seed) {
    this.kafka = kafka;
    this.producer = new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer());
    this.ib = new IbFeed(seed);
    this.coinbase = new CoinbaseFeed(seed);
  }

  /** Another day: the feeds connect anew, to the topics that are there now. */
  void begin(int day) {
    ids = TopicIds.of(kafka, TOPICS);
    now = FIRST_DAY.plusSeconds(day * SECONDS_A_DAY);
    coinbase.connect();
  }

  /** Sends some messages of each source and returns when Kafka has them. */
  void send(int messages) throws InterruptedException, ExecutionException {
    List<Message> made = new ArrayList<>();
    List<Future<RecordMetadata>> places = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      now = now.plusMillis(MILLIS_BETWEEN);
      made.add(ib.next(now));
      made.add(coinbase.next(now.plusMillis(1)));
    }
    made.forEach(message -> places.add(producer.send(record(message))));
    producer.flush();
    for (int i = 0; i < made.size(); i++) {
      RecordMetadata place = places.get(i).get();
      sent.add(new Sent(made.get(i), ids.origin(place.topic(), place.partition()), place.offset(), place.timestamp() * 1000));
    }
  }

  /** Every message since the first day, in the order of its partition. */
  List<Sent> sent() {
    return sent;
  }

  @Override
  public void close() {
    producer.close();
  }

  private static ProducerRecord<byte[], byte[]> record(Message message) {
    byte[] key = message.key() == null ? null : message.key().getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>("raw." + message.source(), key, message.text().getBytes(StandardCharsets.UTF_8));
    String micros = message.received().toEpochMilli() + "000";
    record.headers().add(RawRecord.RECEIVED, micros.getBytes(StandardCharsets.US_ASCII));
    return record;
  }
}
