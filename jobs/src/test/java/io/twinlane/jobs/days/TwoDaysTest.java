package io.twinlane.jobs.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
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
import io.twinlane.jobs.archive.ArchiveJob;
import io.twinlane.jobs.ingest.IngestJob;
import io.twinlane.jobs.normalize.NormalizeJob;
import io.twinlane.jobs.silver.BatchLane;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.TopicReader;
import io.twinlane.kafka.Topics;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.kafka.codec.DroppedCodec;
import io.twinlane.kafka.codec.UnqualifiedCodec;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.Playback;
import io.twinlane.kafka.replay.ReplayProgress;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.kafka.replay.Track;
import io.twinlane.lake.ArchiveCount;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.KeyOf;
import io.twinlane.normalize.Survey;
import io.twinlane.normalize.UnqualifiedRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that comes up each day with fresh topics: both days go into one lake and one ClickHouse. */
class TwoDaysTest {
  private static final Catalog CATALOG = BatchLane.CATALOG;
  private static final Source IB = CATALOG.source("ib");
  private static final Category TICKS = CATALOG.category("market_tick");
  private static final Path SAMPLE = BatchLane.ROOT.resolve("catalog/sources/ib/samples/smd.jsonl");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir
  private Path dir;
  private int days;

  @Test
  void all_messages_and_rows_of_both_days_are_there() throws Exception {
    List<String> lines = Files.readAllLines(SAMPLE);
    try (EmbeddedFlink flink = EmbeddedFlink.start(new Configuration(), 0);
        EmbeddedClickHouse server = EmbeddedClickHouse.start(dir.resolve("clickhouse"), 0, 0)) {
      BatchLane batch = new BatchLane(flink, dir.resolve("lake"));
      ClickHouseConfig clickhouse = ClickHouseConfig.at(server.httpUrl(), CATALOG.platform().clickhouseDatabase());
      ClickHouseSchema.apply(clickhouse, ClickHouseTables.createStatements(CATALOG));

      List<CategoryRow> rows = new ArrayList<>(day(batch, flink, clickhouse, lines, 0));
      rows.addAll(day(batch, flink, clickhouse, lines.subList(60, lines.size()), rows.size()));

      assertThat(batch.bronze("ib")).as("messages in bronze").isEqualTo(2L * lines.size() - 60);
      batch.silver("ib", TICKS.name());
      assertThat(batch.rows(TICKS.name())).as("silver").containsExactlyInAnyOrderElementsOf(rows);
      assertThat(stored(clickhouse)).as("ClickHouse").containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  /** One day: its own Kafka, the streaming lane from beginning to end. Returns the day's rows. */
  private Collection<CategoryRow> day(
      BatchLane batch, EmbeddedFlink flink, ClickHouseConfig clickhouse, List<String> lines, long rowsBefore) throws Exception {
    days++;
    try (EmbeddedKafka server = EmbeddedKafka.start(dir.resolve("kafka" + days), 0)) {
      KafkaConfig kafka = KafkaConfig.of(server.bootstrapServers());
      Topics.create(kafka, KafkaTopics.of(CATALOG));
      long archived = new ArchiveCount(batch.lake, IB).messages();
      play(kafka, lines);
      NormalizeJob.run(environment(batch), CATALOG, IB, kafka);
      ArchiveJob.run(environment(batch), IB, kafka, batch.lake);
      IngestJob.run(environment(batch), CATALOG, TICKS, kafka, clickhouse);
      awaitCount("archived", archived + lines.size(), new ArchiveCount(batch.lake, IB)::messages);
      Map<String, CategoryRow> rows = new HashMap<>();
      awaitCount("accounted for", lines.size(), () -> (long) accounted(kafka, rows));
      try (ClickHouseRowReader<CategoryRow> table = ClickHouseRowReader.ofCategory(clickhouse, TICKS, CATALOG.states())) {
        awaitCount("in ClickHouse", rowsBefore + rows.size(), table::countDistinct);
      }
      flink.cancelAll();
      return rows.values();
    }
  }

  private static void awaitCount(String what, long count, Callable<Long> now) {
    Awaitility.await(what).atMost(PATIENCE).until(() -> now.call() >= count);
  }

  /** Messages that gave rows, unqualified rows or receipts; the rows, by identity, go into {@code rows}. */
  private static int accounted(KafkaConfig kafka, Map<String, CategoryRow> rows) {
    CategoryCodec codec = CategoryCodec.of(TICKS, CATALOG.states());
    Set<String> messages = new HashSet<>();
    try (TopicReader reader = new TopicReader(kafka, List.of(KafkaTopics.categoryTopic(TICKS.name())))) {
      reader.readToNow(record -> {
        CategoryRow row = codec.decode(record.value());
        rows.put(row.origin + "@" + row.originOffset + "#" + row.rowIndex, row);
        messages.add(row.origin + "@" + row.originOffset);
      });
    }
    try (TopicReader reader = new TopicReader(kafka, List.of(IB.unqualifiedTopic()))) {
      reader.readToNow(record -> {
        UnqualifiedRow row = new UnqualifiedCodec(CATALOG.receipts()).decode(record.value());
        messages.add(row.origin() + "@" + row.originOffset());
      });
    }
    try (TopicReader reader = new TopicReader(kafka, List.of(IB.droppedTopic()))) {
      reader.readToNow(record -> {
        DroppedMessage message = new DroppedCodec(CATALOG.receipts()).decode(record.value());
        messages.add(message.origin() + "@" + message.originOffset());
      });
    }
    return messages.size();
  }

  private static List<CategoryRow> stored(ClickHouseConfig clickhouse) {
    try (ClickHouseRowReader<CategoryRow> table = ClickHouseRowReader.ofCategory(clickhouse, TICKS, CATALOG.states());
        Stream<CategoryRow> rows = table.stream()) {
      return rows.toList();
    }
  }

  private StreamExecutionEnvironment environment(BatchLane batch) {
    StreamExecutionEnvironment env = batch.environment(2);
    env.configure(new Configuration()
        .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500))
        .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, dir.resolve("checkpoints").toUri().toString()));
    return env;
  }

  private void play(KafkaConfig kafka, List<String> lines) throws Exception {
    Path part = Files.write(Files.createTempFile(dir, "day", ".jsonl"), lines);
    KeyOf key = new KeyOf(IB, CATALOG.platform().maxRecordBytes());
    Instant now = Instant.now();
    Survey survey = Survey.of(part, now, Long.MAX_VALUE, Integer.MAX_VALUE, message -> {});
    new Playback(kafka, Speed.FLAT_OUT, MaxGap.STANDARD).play(List.of(Track.of(part, now, survey, IB.rawTopic(), key::keyOf)), ReplayProgress.NONE);
  }
}
