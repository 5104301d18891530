package io.twinlane.jobs.compute;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.engines.EmbeddedRedis;
import io.twinlane.kafka.CategorySink;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.normalize.CategoryRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka, Flink and Redis, all real, with the repository's catalog: category rows in, what a team finds in Redis out. */
final class ComputeLab implements AutoCloseable {
  static final Path ROOT = Path.of(System.getProperty("twinlane.root"));
  static final int PARTITIONS = 2;

  final Catalog catalog = CatalogLoader.load(ROOT);
  final EmbeddedFlink flink = EmbeddedFlink.start(new Configuration(), 0);
  private final EmbeddedKafka kafka;
  private final EmbeddedRedis redis;
  private final RedisClient client;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, CategoryCodec> codecs = new HashMap<>();

  ComputeLab(Path folder) throws Exception {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    redis = EmbeddedRedis.start(folder.resolve("redis"), 0);
    client = RedisClient.create(redis.url());
    createTopics();
    producer = new KafkaProducer<>(
        KafkaConfig.of(kafka.bootstrapServers()).producer(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  ComputeConfig config() {
    return ComputeConfig.at(kafka.bootstrapServers(), redis.url());
  }

  Computation computation(String name) {
    return Computations.find(catalog, "research", name);
  }

  /** Empty category topics and an empty Redis. */
  void empty() throws Exception {
    redis().flushall();
    try (Admin admin = Admin.create(KafkaConfig.of(kafka.bootstrapServers()).client())) {
      Map<TopicPartition, RecordsToDelete> everything = new HashMap<>();
      topics().forEach(topic -> IntStream.range(0, PARTITIONS)
          .forEach(partition -> everything.put(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(-1))));
      admin.deleteRecords(everything).all().get();
    }
  }

  void write(List<CategoryRow> rows) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (CategoryRow row : rows) {
      CategoryCodec codec = codecs.computeIfAbsent(row.category, name -> CategoryCodec.of(catalog.category(name), catalog.states()));
      sent.add(producer.send(CategorySink.record(codec, row)));
    }
    for (Future<RecordMetadata> record : sent) {
      record.get();
    }
  }

  private List<String> topics() {
    return catalog.categories().stream().map(category -> KafkaTopics.categoryTopic(category.name())).toList();
  }

  private void createTopics() throws Exception {
    try (Admin admin = Admin.create(KafkaConfig.of(kafka.bootstrapServers()).client())) {
      admin.createTopics(topics().stream().map(topic -> new NewTopic(topic, PARTITIONS, (short) 1)).toList()).all().get();
    }
  }

  StreamExecutionEnvironment environment(Configuration settings) {
    return flink.environment(settings).setParallelism(2);
  }

  /** Runs a computation over what the topics hold. */
  void runToEnd(Computation computation) throws Exception {
    ComputeJob.runToEnd(environment(new Configuration()), catalog, computation, config()).getJobExecutionResult().get();
  }

  RedisCommands<String, String> redis() {
    return client.connect().sync();
  }

  /** Every hash of a computation by its key. */
  Map<String, Map<String, String>> results(Computation computation) {
    RedisCommands<String, String> commands = redis();
    Map<String, Map<String, String>> results = new TreeMap<>();
    commands.keys(computation.keyPrefix() + "*").forEach(key -> results.put(key, new TreeMap<>(commands.hgetall(key))));
    return results;
  }

  @Override
  public void close() {
    flink.close();
    producer.close();
    client.shutdown();
    redis.close();
    kafka.close();
  }
}
