package io.twinlane.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A platform that is going to be killed: starts the engines, stores a row in each store, prints the ports and waits. */
final class EnginesMain {
  private EnginesMain() {
  }

  public static void main(String[] args) throws Exception {
    Path dir = Path.of(args[0]);
    EmbeddedKafka kafka = EmbeddedKafka.start(dir.resolve("kafka"), 0);
    EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(dir.resolve("clickhouse"), 0, 0);
    EmbeddedRedis redis = EmbeddedRedis.start(dir.resolve("redis"), 0);
    store(kafka);
    store(clickHouse);
    System.out.printf("ports %d %d %d %d%n", kafka.port(), clickHouse.httpPort(), clickHouse.tcpPort(), redis.port());
    System.in.read();
  }

  private static void store(EmbeddedKafka kafka) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic("raw.ib", 1, (short) 1))).all().get();
    }
    try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("raw.ib", "acknowledged")).get();
    }
  }

  private static void store(EmbeddedClickHouse server) throws Exception {
    ClickHouseQuery admin = ClickHouseQuery.by("default", server);
    admin.run("CREATE DATABASE realtime");
    admin.run("CREATE TABLE realtime.kept (word String) ENGINE = MergeTree ORDER BY word");
    admin.run("INSERT INTO realtime.kept VALUES ('acknowledged')");
  }
}
