package io.twinlane.bench;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.catalog.derive.TableColumn;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseSchema;
import io.twinlane.clickhouse.ClickHouseSink;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.types.RowTypes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Prints what an insert of market ticks costs the server with and without names and types before its rows, in CPU, by rows an insert. */
public final class InsertFormats {
  private static final int ROUNDS = 3;

  private final String url;
  private final String database;

  private InsertFormats(String url, String database) {
    this.url = url;
    this.database = database;
  }

  /** Ends the process by itself: the engine has threads of its own. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("insert-formats");
    Path root = Path.of(System.getProperty("twinlane.root"));
    Catalog catalog = CatalogLoader.load(root);
    Category ticks = catalog.category("market_tick");
    try (EmbeddedClickHouse server = EmbeddedClickHouse.start(folder, 0, 0)) {
      ClickHouseConfig config = ClickHouseConfig.at(server.httpUrl(), catalog.platform().clickhouseDatabase());
      ClickHouseSchema.apply(config, ClickHouseTables.createStatements(catalog));
      fill(config, catalog, ticks, root);
      ClickHouseSchema.apply(config, List.of(
          "CREATE TABLE " + config.database() + ".market_tick_copy AS " + config.database() + ".market_tick"));
      new InsertFormats(server.httpUrl(), config.database()).measure(server.pid(), catalog, ticks);
    }
    BytesPerRow.delete(folder);
    System.exit(0);
  }

  private static void fill(ClickHouseConfig config, Catalog catalog, Category ticks, Path root) throws Exception {
    Source ib = catalog.source("ib");
    List<CategoryRow> rows = SampleRows.of(catalog, ib, root.resolve("catalog/sources/ib/samples/smd.jsonl"));
    StreamExecutionEnvironment job = StreamExecutionEnvironment.createLocalEnvironment(1);
    job.fromData(rows, RowTypes.CATEGORY_ROW).sinkTo(ClickHouseSink.ofCategory(config, ticks, catalog.states()));
    job.execute("rows");
  }

  private void measure(long pid, Catalog catalog, Category ticks) throws Exception {
    String columns = ClickHouseTables.insertedColumns(ticks, catalog.states()).stream().map(TableColumn::name).collect(Collectors.joining(", "));
    for (int[] size : new int[][] {{1, 600}, {100, 300}, {10_000, 40}}) {
      for (int round = 1; round <= ROUNDS; round++) {
        for (String format : List.of("RowBinary", "RowBinaryWithNamesAndTypes")) {
          byte[] block = send("SELECT " + columns + " FROM " + database + ".market_tick, numbers(1000) AS n LIMIT " + size[0] + " FORMAT " + format,
              new byte[0]);
          CpuTime spent = CpuTime.of(pid, () -> {
            for (int i = 0; i < size[1]; i++) {
              send("INSERT INTO " + database + ".market_tick_copy (" + columns + ") FORMAT " + format, block);
            }
            return null;
          });
          System.out.printf("%,6d rows an insert, %-27s round %d: %,7.0f us of the server's CPU an insert, %,d bytes%n", size[0], format, round,
              spent.store() * 1e6 / size[1], block.length);
        }
      }
    }
  }

  private byte[] send(String query, byte[] body) throws Exception {
    return HttpStatement.send(url, query, body);
  }
}
