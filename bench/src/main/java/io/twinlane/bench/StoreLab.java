package io.twinlane.bench;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.catalog.derive.TableColumn;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseSchema;
import io.twinlane.clickhouse.ClickHouseSink;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.engines.EmbeddedRedis;
import io.twinlane.jobs.compute.Computations;
import io.twinlane.jobs.compute.ComputeConfig;
import io.twinlane.jobs.compute.ComputeJob;
import io.twinlane.jobs.ingest.IngestJob;
import io.twinlane.kafka.CategorySink;
import io.twinlane.kafka.CategoryTopicSource;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.Reading;
import io.twinlane.kafka.SetAside;
import io.twinlane.kafka.Topics;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.normalize.CategoryRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Every engine, and one category's topic: what it holds goes to Redis and to ClickHouse by the very jobs that run everywhere. */
final class StoreLab implements AutoCloseable {
  private static final Duration CHECKPOINTS = Duration.ofSeconds(2);

  private final Catalog catalog;
  private final Category category;
  private final CategoryCodec codec;
  private final EmbeddedKafka kafka;
  private final EmbeddedRedis redis;
  private final EmbeddedClickHouse clickHouse;
  private final EmbeddedFlink flink = EmbeddedFlink.start(new Configuration(), 0);
  private final ClickHouseConfig tables;

  StoreLab(Catalog catalog, Category category, Path folder) {
    this.catalog = catalog;
    this.category = category;
    codec = CategoryCodec.of(category, catalog.states());
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    redis = EmbeddedRedis.start(folder.resolve("redis"), 0);
    clickHouse = EmbeddedClickHouse.start(folder.resolve("clickhouse"), 0, 0);
    tables = ClickHouseConfig.at(clickHouse.httpUrl(), catalog.platform().clickhouseDatabase());
    ClickHouseSchema.apply(tables, ClickHouseTables.createStatements(catalog));
    Topics.create(connection(), KafkaTopics.of(catalog));
  }

  void write(List<CategoryRow> rows) {
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(connection().producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (CategoryRow row : rows) {
        Future<?> unused = producer.send(CategorySink.record(codec, row), (place, problem) -> failure.compareAndSet(null, problem));
      }
    }
    if (failure.get() != null) {
      throw new IllegalStateException("Cannot write the rows to measure with: " + failure.get().getMessage(), failure.get());
    }
  }

  /** Over all that the topic holds: the computation of the book's best levels. Planning the query is not counted. */
  CpuTime toRedis() throws Exception {
    Computation computation = Computations.find(catalog, "research", "book_imbalance");
    ComputeConfig config = ComputeConfig.at(kafka.bootstrapServers(), redis.url());
    JobClient job = ComputeJob.runToEnd(environment(), catalog, computation, config);
    return CpuTime.of(redis.pid(), () -> job.getJobExecutionResult().get());
  }

  /** Over all that the topic holds, into empty tables: the rows and the latest book. */
  CpuTime toClickHouse() throws Exception {
    ClickHouseSchema.apply(tables, List.of("TRUNCATE ALL TABLES FROM " + tables.database()));
    return CpuTime.of(clickHouse.pid(), () -> {
      StreamExecutionEnvironment env = environment();
      SetAside.Streams read = SetAside.of(
          CategoryTopicSource.withUndecodable(connection(), codec, Reading.untilNow()).stream(env, "read-rows"));
      IngestJob.define(
          new IngestJob.Inputs(read.rows(), read.undecodable()),
          new IngestJob.Outputs(ClickHouseSink.ofCategory(tables, category, catalog.states()), ClickHouseSink.ofUnqualified(tables)));
      return env.execute();
    });
  }

  /** The first so many rows of the table, as blocks that need nothing but sending. */
  List<byte[]> encoded(int count, int rowsBlock) throws Exception {
    List<byte[]> blocks = new ArrayList<>();
    String table = tables.database() + "." + category.name();
    for (int from = 0; from < count; from += rowsBlock) {
      blocks.add(statement("SELECT " + columns() + " FROM " + table + " ORDER BY origin_offset, row_index LIMIT " + from + ", " + rowsBlock
          + " FORMAT RowBinaryWithNamesAndTypes", new byte[0]));
    }
    return blocks;
  }

  /** The same rows into empty tables, where somebody else has encoded them. */
  CpuTime encodedToClickHouse(List<byte[]> blocks) throws Exception {
    ClickHouseSchema.apply(tables, List.of("TRUNCATE ALL TABLES FROM " + tables.database()));
    return CpuTime.of(clickHouse.pid(), () -> {
      for (byte[] block : blocks) {
        statement("INSERT INTO " + tables.database() + "." + category.name() + " (" + columns() + ") FORMAT RowBinaryWithNamesAndTypes", block);
      }
      return null;
    });
  }

  private String columns() {
    return ClickHouseTables.insertedColumns(category, catalog.states()).stream().map(TableColumn::name).collect(Collectors.joining(", "));
  }

  private byte[] statement(String query, byte[] body) throws Exception {
    return HttpStatement.send(clickHouse.httpUrl(), query, body);
  }

  private KafkaConfig connection() {
    return KafkaConfig.of(kafka.bootstrapServers());
  }

  private StreamExecutionEnvironment environment() {
    Configuration job = new Configuration();
    job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS);
    return flink.environment(job).setParallelism(1);
  }

  @Override
  public void close() {
    flink.close();
    clickHouse.close();
    redis.close();
    kafka.close();
  }
}
