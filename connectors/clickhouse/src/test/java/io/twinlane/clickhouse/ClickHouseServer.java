package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Platform;
import io.twinlane.catalog.States;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.engines.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The real server that the tests of this module share, and in it a database for each test that asks. */
final class ClickHouseServer {
  static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private ClickHouseServer() {}

  /** A new database with everything that the catalog derives. */
  static ClickHouseConfig newDatabase() {
    return newDatabase(Running.SERVER.httpUrl(), CATALOG);
  }

  /** A new database for one category that the catalog does not have. */
  static ClickHouseConfig newDatabase(Category category) {
    return newDatabase(Running.SERVER.httpUrl(), with(CATALOG, CATALOG.platform(), List.of(category)));
  }

  static ClickHouseConfig newDatabase(String url, Catalog catalog) {
    ClickHouseConfig config = ClickHouseConfig.at(url, "test_" + System.nanoTime() + "_" + DATABASES.incrementAndGet())
        .withBatch(1000, Duration.ofMillis(20));
    execute(config, "DROP DATABASE IF EXISTS " + config.database());
    ClickHouseSchema.apply(config, ClickHouseTables.createStatements(inDatabase(catalog, config.database())));
    return config;
  }

  static void applyAgain(ClickHouseConfig config) {
    apply(config, CATALOG);
  }

  /** Brings a database to what a catalog derives. */
  static void apply(ClickHouseConfig config, Catalog catalog) {
    ClickHouseSchema.apply(config, ClickHouseTables.createStatements(inDatabase(catalog, config.database())));
  }

  /** What a catalog derives, for a database. */
  static List<String> statements(ClickHouseConfig config, Catalog catalog) {
    return ClickHouseTables.createStatements(inDatabase(catalog, config.database()));
  }

  /** The catalog with one category and these states alone. */
  static Catalog with(Category category, States states) {
    Catalog c = CATALOG;
    return new Catalog(c.platform(), states, c.units(), List.of(category), c.sources(), c.teams(), c.computations(), c.instruments(),
        c.reasons());
  }

  static void execute(ClickHouseConfig config, String sql) {
    ClickHouseSchema.apply(config, List.of(sql));
  }

  /** The first column of an answer as text, one line a row. */
  static List<String> texts(ClickHouseConfig config, String sql) {
    try (Client client = config.open()) {
      return client.queryAll(sql).stream().map(row -> row.getString(1)).toList();
    }
  }

  static String text(ClickHouseConfig config, String sql) {
    return texts(config, sql).get(0);
  }

  static Category category(String name) {
    return CATALOG.category(name);
  }

  static States states() {
    return CATALOG.states();
  }

  private static Catalog inDatabase(Catalog catalog, String database) {
    Platform p = catalog.platform();
    Platform platform = new Platform(p.bronzeNamespace(), p.silverNamespace(), database, p.topics(), p.maxMessageBytes(),
        p.maxRecordBytes(), p.futureTolerance(), p.defaultTtl(), p.maxParallelism());
    return with(catalog, platform, catalog.categories());
  }

  private static Catalog with(Catalog c, Platform platform, List<Category> categories) {
    return new Catalog(platform, c.states(), c.units(), categories, c.sources(), c.teams(), c.computations(), c.instruments(),
        c.reasons());
  }

  /** Started when the first test asks for a database, not by those who want the catalog alone. */
  private static final class Running {
    private static final EmbeddedClickHouse SERVER = EmbeddedClickHouse.start(Path.of("target", "clickhouse"), 0, 0);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }
  }
}
