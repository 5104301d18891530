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
import io.twinlane.engines.Ports;
import io.twinlane.kafka.CategorySink;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.Topics;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.kafka.codec.UnqualifiedCodec;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ingest jobs on real Kafka, Flink and ClickHouse: what a checkpoint alone held is not lost when the job is started without it. */
class IngestJobTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final Category TICKS = CATALOG.category("market_tick");
  private static final Source IB = CATALOG.source("ib");
  private static final int ROWS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir
  private Path dir;
  private EmbeddedKafka server;
  private EmbeddedFlink flink;
  private KafkaConfig kafka;
  private ClickHouseConfig away;

  /** Starts one of the jobs with a ClickHouse. */
  private interface Start {
    JobClient with(ClickHouseConfig clickhouse) throws Exception;
  }

  @BeforeEach
  void start() {
    server = EmbeddedKafka.start(dir.resolve("kafka"), 0);
    flink = EmbeddedFlink.start(new Configuration(), 0);
    kafka = KafkaConfig.of(server.bootstrapServers());
    away = ClickHouseConfig.at("http://" + Ports.HOST + ":" + Ports.free(), CATALOG.platform().clickhouseDatabase());
    Topics.create(kafka, KafkaTopics.of(CATALOG));
  }

  @AfterEach
  void stop() {
    flink.close();
    server.close();
  }

  @Test
  void rows_that_clickhouse_had_not_taken_when_a_job_ended_arrive_when_it_is_started_anew_without_state() throws Exception {
    CategoryCodec codec = CategoryCodec.of(TICKS, CATALOG.states());
    send(i -> CategorySink.record(codec, tick(i)));
    send(i -> new ProducerRecord<>(IB.unqualifiedTopic(), new UnqualifiedCodec(CATALOG.receipts()).encode(refused(i))));
    Start rows = clickhouse -> IngestJob.run(environment(), CATALOG, TICKS, kafka, clickhouse);
    Start unqualified = clickhouse -> IngestUnqualifiedJob.run(environment(), CATALOG.sources(Source.Lane.LIVE), CATALOG.receipts(), kafka,
        clickhouse);
    readAndEnd(rows, IngestJob.name(TICKS));
    readAndEnd(unqualified, IngestUnqualifiedJob.NAME);

    try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(dir.resolve("clickhouse"), 0, 0)) {
      ClickHouseConfig clickhouse = ClickHouseConfig.at(engine.httpUrl(), CATALOG.platform().clickhouseDatabase());
      ClickHouseSchema.apply(clickhouse, ClickHouseTables.createStatements(CATALOG));
      rows.with(clickhouse);
      unqualified.with(clickhouse);
      awaitAll(ClickHouseRowReader.ofCategory(clickhouse, TICKS, CATALOG.states()), "rows");
      awaitAll(ClickHouseRowReader.ofUnqualified(clickhouse), "unqualified rows");
      flink.cancelAll();
    }
  }

  /** Runs a job without ClickHouse until a checkpoint holds all rows, and ends it. */
  private void readAndEnd(Start job, String group) throws Exception {
    JobClient running = job.with(away);
    Awaitility.await("offsets of a checkpoint with all rows").atMost(PATIENCE).until(() -> committed(group) == ROWS);
    running.cancel().get();
  }

  private static void awaitAll(ClickHouseRowReader<?> table, String what) {
    try (table) {
      Awaitility.await(what).atMost(PATIENCE).untilAsserted(() -> assertThat(table.countDistinct()).isEqualTo(ROWS));
    }
  }

  private long committed(String group) throws Exception {
    try (Admin admin = Admin.create(kafka.client())) {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
          .mapToLong(OffsetAndMetadata::offset).sum();
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

  private void send(IntFunction<ProducerRecord<byte[], byte[]>> record) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < ROWS; i++) {
        Future<?> unused = producer.send(record.apply(i));
      }
    }
  }

  private static CategoryRow tick(int number) {
    Object[] values = new Object[TICKS.fields().size()];
    values[TICKS.indexOf("symbol")] = "S" + number % 7;
    values[TICKS.indexOf("event_time")] = now();
    return new CategoryRow(
        TICKS.name(), values, new String[values.length], new byte[values.length], "ib", "raw.ib/0", number, 0, "ib/1", now());
  }

  private static UnqualifiedRow refused(int number) {
    return new UnqualifiedRow("ib", null, "NOT_JSON", "why", null, null, new byte[] {65}, "raw.ib/0", number, 0, "ib/1", now(), now());
  }

  private static long now() {
    return System.currentTimeMillis() * 1000;
  }
}
