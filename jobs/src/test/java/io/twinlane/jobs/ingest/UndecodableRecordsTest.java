package io.twinlane.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseRowReader;
import io.twinlane.clickhouse.ClickHouseSchema;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.jobs.cluster.JobState;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.TopicIds;
import io.twinlane.kafka.Topics;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.kafka.codec.UnqualifiedCodec;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are no rows, among good ones, on real Kafka, Flink and ClickHouse: kept once with bytes and place, and nothing else stops. */
class UndecodableRecordsTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final Category TICKS = CATALOG.category("market_tick");
  private static final Source IB = CATALOG.source("ib");
  private static final CategoryCodec CODEC = CategoryCodec.of(TICKS, CATALOG.states());
  private static final UnqualifiedCodec UNQUALIFIED = new UnqualifiedCodec(CATALOG.receipts());
  private static final String OURS = "raw.ib@9rs4Tx3iQ-2Rk1v8bq2W0g/0";
  private static final int FINGERPRINT = 2;
  private static final int BODY = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir
  private Path dir;
  private EmbeddedKafka server;
  private EmbeddedFlink flink;
  private EmbeddedClickHouse engine;
  private KafkaConfig kafka;
  private ClickHouseConfig clickhouse;

  @BeforeEach
  void start() {
    server = EmbeddedKafka.start(dir.resolve("kafka"), 0);
    flink = EmbeddedFlink.start(new Configuration(), 0);
    engine = EmbeddedClickHouse.start(dir.resolve("clickhouse"), 0, 0);
    kafka = KafkaConfig.of(server.bootstrapServers());
    clickhouse = ClickHouseConfig.at(engine.httpUrl(), CATALOG.platform().clickhouseDatabase());
    Topics.create(kafka, KafkaTopics.of(CATALOG));
    ClickHouseSchema.apply(clickhouse, ClickHouseTables.createStatements(CATALOG));
  }

  @AfterEach
  void stop() {
    flink.close();
    engine.close();
    server.close();
  }

  @Test
  void good_rows_of_a_category_arrive_and_each_bad_record_is_kept_once_with_bytes_and_place() throws Exception {
    List<byte[]> bad = bad(CODEC.encode(tick(0)));
    String topic = KafkaTopics.categoryTopic(TICKS.name());
    send(among(topic, bad, i -> CODEC.encode(tick(i))));
    IngestJob.run(environment(), CATALOG, TICKS, kafka, clickhouse);
    IngestJob.run(environment(), CATALOG, TICKS, kafka, clickhouse);
    await(ClickHouseRowReader.ofCategory(clickhouse, TICKS, CATALOG.states()), bad.size() + 1);
    assertKept(topic, "unknown", TICKS.name(), bad);
    Awaitility.await("the count of each job").atMost(PATIENCE).ignoreExceptions().untilAsserted(() ->
        assertThat(new FlinkRest(flink.url()).jobs()).extracting(JobState::undecodable).containsOnly((long) bad.size()));
  }

  @Test
  void good_unqualified_rows_arrive_and_each_bad_record_of_their_topic_is_kept_once() throws Exception {
    List<byte[]> bad = bad(UNQUALIFIED.encode(refused(0)));
    String topic = IB.unqualifiedTopic();
    send(among(topic, bad, i -> UNQUALIFIED.encode(refused(i))));
    IngestUnqualifiedJob.run(environment(), CATALOG.sources(Source.Lane.LIVE), CATALOG.receipts(), kafka, clickhouse);
    await(ClickHouseRowReader.ofUnqualified(clickhouse).where("reason = 'NOT_JSON'"), bad.size() + 1);
    assertKept(topic, "ib", null, bad);
  }

  @Test
  void rows_of_ours_whose_schema_is_not_in_the_catalog_end_the_job_instead_of_being_set_aside() throws Exception {
    byte[] ours = CODEC.encode(tick(0));
    ours[FINGERPRINT] ^= 1;
    send(List.of(record(KafkaTopics.categoryTopic(TICKS.name()), ours)));
    JobClient job = IngestJob.run(environment(), CATALOG, TICKS, kafka, clickhouse);
    assertThat(failure(job)).contains("Cannot read a row of market_tick: schema " + schema(ours) + " wrote it, which is not known here")
        .contains("Put catalog/released/avro/market_tick.").contains("back");
  }

  private void assertKept(String topic, String source, String category, List<byte[]> bad) {
    String origin = TopicIds.of(kafka, List.of(topic)).origin(topic, 0);
    try (ClickHouseRowReader<UnqualifiedRow> kept = ClickHouseRowReader.ofUnqualified(clickhouse).where("reason = 'UNDECODABLE'")) {
      Awaitility.await("kept records").atMost(PATIENCE).untilAsserted(() -> assertThat(kept.countDistinct()).isEqualTo(bad.size()));
      try (Stream<UnqualifiedRow> rows = kept.stream()) {
        List<UnqualifiedRow> all = rows.toList();
        assertThat(all).hasSameSizeAs(bad).allSatisfy(row -> {
          assertThat(row.origin()).isEqualTo(origin);
          assertThat(row.sourceSystem()).isEqualTo(source);
          assertThat(row.category()).isEqualTo(category);
          assertThat(row.explanation()).startsWith("Cannot read a");
          assertThat(row.raw()).isEqualTo(bad.get((int) row.originOffset() / 2));
        });
      }
    }
  }

  /** What may stand where a row belongs. */
  private static List<byte[]> bad(byte[] good) {
    byte[] unknown = "{\"a\":1}, which another schema wrote".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(good, 0, unknown, 0, BODY);
    unknown[FINGERPRINT] ^= 1;
    byte[] longText = ByteBuffer.allocate(BODY + 6).put(good, 0, BODY).put(new byte[] {-2, -1, -1, -1, 15, 65}).array();
    return List.of(new byte[0], "hello".getBytes(StandardCharsets.UTF_8), unknown, longText, Arrays.copyOf(good, good.length - 1),
        Arrays.copyOf(good, BODY), Arrays.copyOf(good, good.length + 3), new byte[] {(byte) 0xC3, 1});
  }

  /** One good record before and after each bad one. */
  private static List<ProducerRecord<byte[], byte[]>> among(String topic, List<byte[]> bad, IntFunction<byte[]> good) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < bad.size(); i++) {
      records.add(record(topic, good.apply(i)));
      records.add(record(topic, i == 0 ? null : bad.get(i)));
    }
    records.add(record(topic, good.apply(bad.size())));
    return records;
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, byte[] value) {
    return new ProducerRecord<>(topic, 0, null, value);
  }

  private void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Future<?> sent : records.stream().map(producer::send).toList()) {
        sent.get();
      }
    }
  }

  /** The fingerprint at the head of a row, as files of released schemas have it in their names. */
  private static String schema(byte[] row) {
    return HexFormat.of().toHexDigits(ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN).getLong(FINGERPRINT));
  }

  private static void await(ClickHouseRowReader<?> table, long rows) {
    try (table) {
      Awaitility.await("good rows").atMost(PATIENCE).untilAsserted(() -> assertThat(table.countDistinct()).isEqualTo(rows));
    }
  }

  private static String failure(JobClient job) throws InterruptedException {
    try {
      job.getJobExecutionResult().get();
      return "it ended well";
    } catch (ExecutionException e) {
      StringBuilder all = new StringBuilder();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        all.append(cause.getMessage()).append('\n');
      }
      return all.toString();
    }
  }

  private StreamExecutionEnvironment environment() {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, dir.resolve("checkpoints").toUri().toString());
    return flink.environment(settings).setParallelism(1);
  }

  private static CategoryRow tick(int number) {
    Object[] values = new Object[TICKS.fields().size()];
    values[TICKS.indexOf("symbol")] = "S" + number;
    values[TICKS.indexOf("event_time")] = now();
    return new CategoryRow(TICKS.name(), values, new String[values.length], new byte[values.length], "ib", OURS, number, 0, "ib/1", now());
  }

  private static UnqualifiedRow refused(int number) {
    return new UnqualifiedRow("ib", null, "NOT_JSON", "why", null, null, new byte[] {65}, OURS, number, 0, "ib/1", now(), now());
  }

  private static long now() {
    return System.currentTimeMillis() * 1000;
  }
}
