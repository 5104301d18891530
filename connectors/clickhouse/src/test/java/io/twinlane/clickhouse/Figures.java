package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import io.twinlane.catalog.Category;
import io.twinlane.normalize.CategoryRow;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** Measures what docs/architecture.md states: bytes a row with and without meta fields, and rows a second. A main, not a test. */
public final class Figures {
  private static final int ROWS = 200_000;

  private Figures() {}

  public static void main(String[] args) throws Exception {
    Category category = ClickHouseServer.category("market_tick");
    CategoryRowFormat format = new CategoryRowFormat(category, ClickHouseServer.states());
    LikelyRows likely = new LikelyRows();
    List<CategoryRow> rows = LongStream.range(0, ROWS).mapToObj(likely::tick).toList();
    ClickHouseConfig config = ClickHouseServer.newDatabase();

    encoding(format, rows);
    for (int batch : new int[] {20_000, 20_000, 20_000, 5_000, 1_000}) {
      ClickHouseConfig fresh = ClickHouseServer.newDatabase().withBatch(batch, Duration.ofMillis(150));
      throughput(fresh, format, rows.subList(0, Math.min(ROWS, batch * 50)));
    }
    throughput(config.withBatch(20_000, Duration.ofMillis(150)), format, rows);
    sizes(config);
    readBack(config, category);
    System.exit(0);
  }

  private static void encoding(CategoryRowFormat format, List<CategoryRow> rows) {
    for (int round = 0; round < 5; round++) {
      long begun = System.nanoTime();
      RowBinaryOutput block = new RowBinaryOutput();
      rows.forEach(row -> format.write(row, block));
      System.out.printf("encode %,d rows/s, %d bytes a row%n", perSecond(rows.size(), begun), block.size() / rows.size());
    }
  }

  private static void throughput(ClickHouseConfig config, CategoryRowFormat format, List<CategoryRow> rows) throws Exception {
    ClickHouseWriter<CategoryRow> writer =
        new ClickHouseWriter<>(config, format, RefusedIntoUnqualified::new, List.of(), new UnregisteredMetricsGroup());
    long begun = System.nanoTime();
    for (CategoryRow row : rows) {
      writer.write(row, null);
    }
    writer.flush(true);
    System.out.printf("insert %,d rows in batches of %,d: %,d rows/s%n", rows.size(), config.batchRows(), perSecond(rows.size(), begun));
    writer.close();
    ClickHouseServer.execute(config, "SYSTEM FLUSH LOGS");
    System.out.println("  " + ClickHouseServer.text(config, "SELECT concat('of the server\\'s CPU per row: ',"
        + " toString(round(sum(ProfileEvents['UserTimeMicroseconds'] + ProfileEvents['SystemTimeMicroseconds']) / "
        + rows.size() + ", 1)), ' us, peak memory MB: ', toString(intDiv(max(memory_usage), 1000000)), ', median ms an insert: ',"
        + " toString(median(query_duration_ms))) FROM system.query_log WHERE type = 'QueryFinish' AND query_kind = 'Insert'"
        + " AND current_database = '" + config.database() + "'"));
  }

  private static void sizes(ClickHouseConfig config) {
    String db = config.database();
    String bare = ClickHouseServer.texts(config, "SELECT name FROM system.columns WHERE database = '" + db + "' AND table = 'market_tick'"
        + " AND NOT match(name, '_(dtype|unit|state)$') ORDER BY position").stream().collect(Collectors.joining(", "));
    ClickHouseServer.execute(config, "CREATE TABLE " + db + ".bare AS " + db + ".market_tick");
    for (String meta : ClickHouseServer.texts(config, "SELECT name FROM system.columns WHERE database = '" + db
        + "' AND table = 'bare' AND match(name, '_(dtype|unit|state)$')")) {
      ClickHouseServer.execute(config, "ALTER TABLE " + db + ".bare DROP COLUMN " + meta);
    }
    ClickHouseServer.execute(config, "INSERT INTO " + db + ".bare SELECT " + bare + " FROM " + db + ".market_tick");
    for (String table : List.of("market_tick", "bare")) {
      ClickHouseServer.execute(config, "OPTIMIZE TABLE " + db + "." + table + " FINAL");
      System.out.println(table + ": " + ClickHouseServer.text(config, "SELECT concat(toString(round(sum(bytes_on_disk) / sum(rows), 2)),"
          + " ' bytes a row on disk, ', toString(sum(rows)), ' rows in ', toString(count()), ' parts ', any(part_type::String))"
          + " FROM system.parts WHERE active AND database = '" + db + "' AND table = '" + table + "'"));
    }
    ClickHouseServer.texts(config, "SELECT concat(extract(column, '_(dtype|unit|state)$') AS kind, ': ',"
        + " toString(round(sum(column_data_compressed_bytes) / any(rows), 3)), ' compressed bytes a row') FROM system.parts_columns"
        + " WHERE active AND database = '" + db + "' AND table = 'market_tick' GROUP BY kind ORDER BY kind").forEach(System.out::println);
  }

  private static void readBack(ClickHouseConfig config, Category category) {
    long begun = System.nanoTime();
    try (ClickHouseRows<CategoryRow> stored = ClickHouseRows.ofCategory(config, category, ClickHouseServer.states());
        Stream<CategoryRow> rows = stored.stream()) {
      System.out.printf("read back %,d rows/s%n", perSecond(rows.count(), begun));
    }
  }

  private static long perSecond(long rows, long begun) {
    return rows * 1_000_000_000L / (System.nanoTime() - begun);
  }
}
