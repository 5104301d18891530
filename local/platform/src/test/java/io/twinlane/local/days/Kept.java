package io.twinlane.local.days;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseRowReader;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.engines.EmbeddedRedis;
import io.twinlane.jobs.Connections;
import io.twinlane.jobs.compute.ComputeConfig;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.Silver;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/** What a history keeps, in a Kafka, a Redis, a lake and a database of its own; rows and reasons as texts by identity. */
final class Kept implements AutoCloseable {
  final EmbeddedFlink flink;
  final Connections connections;
  private final EmbeddedKafka kafka;
  private final EmbeddedRedis redis;

  Kept(EmbeddedFlink flink, EmbeddedClickHouse clickhouse, String database, Path folder) {
    this.flink = flink;
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    redis = EmbeddedRedis.start(folder.resolve("redis"), 0);
    connections = new Connections(KafkaConfig.of(kafka.bootstrapServers()), ClickHouseConfig.at(clickhouse.httpUrl(), database),
        LakeConfig.local(folder.resolve("lake")), ComputeConfig.at(kafka.bootstrapServers(), redis.url()));
  }

  /** Another cluster in all but its address: no topic of before is left. */
  void forgetTopics() throws Exception {
    try (Admin admin = Admin.create(connections.kafka().client())) {
      admin.deleteTopics(admin.listTopics().names().get()).all().get();
      Awaitility.await("topics are gone").until(() -> admin.listTopics().names().get().isEmpty());
    }
  }

  /** The categories that live sources give rows to. */
  static List<Category> categories(Catalog catalog) {
    return catalog.categories().stream().filter(category -> catalog.sourcesOf(category).stream().anyMatch(Source::live)).toList();
  }

  Map<String, String> inClickHouse(Catalog catalog, Category category) {
    Map<String, String> texts = new TreeMap<>();
    try (ClickHouseRowReader<CategoryRow> table = ClickHouseRowReader.ofCategory(connections.clickhouse(), category, catalog.states());
        Stream<CategoryRow> rows = table.stream()) {
      rows.forEach(row -> add(texts, Shown.identity(row), Shown.text(category, catalog.states(), row)));
    }
    return texts;
  }

  Map<String, String> inSilver(Catalog catalog, Category category) {
    Map<String, String> texts = new TreeMap<>();
    new Silver(connections.lake(), catalog).rows(category,
        row -> add(texts, Shown.identity(row), Shown.text(category, catalog.states(), row)));
    return texts;
  }

  Map<String, String> unqualifiedInClickHouse() {
    Map<String, String> reasons = new TreeMap<>();
    try (ClickHouseRowReader<UnqualifiedRow> table = ClickHouseRowReader.ofUnqualified(connections.clickhouse());
        Stream<UnqualifiedRow> rows = table.stream()) {
      rows.forEach(row -> add(reasons, Shown.identity(row), row.mappingVersion() + " " + row.reason()));
    }
    return reasons;
  }

  Map<String, String> unqualifiedInSilver(Catalog catalog) {
    Map<String, String> reasons = new TreeMap<>();
    Silver silver = new Silver(connections.lake(), catalog);
    categories(catalog).forEach(category -> silver.unqualified(category, row -> add(reasons, Shown.identity(row), row.mappingVersion() + " " + row.reason())));
    return reasons;
  }

  private static void add(Map<String, String> texts, String identity, String text) {
    texts.merge(identity, text, (one, other) -> one + " and " + other);
  }

  @Override
  public void close() {
    redis.close();
    kafka.close();
  }
}
