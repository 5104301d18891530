package io.twinlane.bench;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.GenericRecord;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.catalog.derive.TableColumn;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseSchema;
import io.twinlane.clickhouse.ClickHouseSink;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.types.RowTypes;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What category rows take on a real ClickHouse server's disk once their parts are merged. */
final class ClickHouseSizes implements AutoCloseable {
  private final Catalog catalog;
  private final EmbeddedClickHouse server;
  private final ClickHouseConfig config;

  ClickHouseSizes(Catalog catalog, Path folder) {
    this.catalog = catalog;
    server = EmbeddedClickHouse.start(folder, 0, 0);
    config = ClickHouseConfig.at(server.httpUrl(), catalog.platform().clickhouseDatabase());
    ClickHouseSchema.apply(config, ClickHouseTables.createStatements(catalog));
  }

  StoreSize size(Category category, List<CategoryRow> rows) throws Exception {
    StreamExecutionEnvironment job = StreamExecutionEnvironment.createLocalEnvironment(1);
    job.fromData(rows, RowTypes.CATEGORY_ROW).sinkTo(ClickHouseSink.ofCategory(config, category, catalog.states()));
    job.execute("rows of " + category.name());
    String full = config.database() + "." + category.name();
    String bare = full + "_bare";
    copyWithout(MetaColumns.of(category), category, full, bare);
    return new StoreSize("ClickHouse, on disk after OPTIMIZE FINAL", category.name(), rows.size(),
        (double) merged(bare, rows.size()) / rows.size(), (double) merged(full, rows.size()) / rows.size());
  }

  private void copyWithout(Set<String> meta, Category category, String full, String bare) {
    String kept = ClickHouseTables.insertedColumns(category, catalog.states()).stream().map(TableColumn::name)
        .filter(column -> !meta.contains(column))
        .collect(Collectors.joining(", "));
    ClickHouseSchema.apply(config, List.of(
        "CREATE TABLE " + bare + " AS " + full,
        "ALTER TABLE " + bare + meta.stream().map(column -> " DROP COLUMN " + column).collect(Collectors.joining(",")),
        "INSERT INTO " + bare + " (" + kept + ") SELECT " + kept + " FROM " + full));
  }

  /** Bytes on disk of all that a table holds. */
  private long merged(String table, int expectedRows) {
    ClickHouseSchema.apply(config, List.of("OPTIMIZE TABLE " + table + " FINAL"));
    try (Client client = config.open()) {
      GenericRecord parts = client.queryAll("SELECT sum(rows) AS stored, sum(bytes_on_disk) AS bytes FROM system.parts"
          + " WHERE active AND concat(database, '.', table) = '" + table + "'").get(0);
      if (parts.getLong("stored") != expectedRows) {
        throw new IllegalStateException(
            "Cannot compare stores: " + table + " holds " + parts.getLong("stored") + " rows, given were " + expectedRows);
      }
      return parts.getLong("bytes");
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
