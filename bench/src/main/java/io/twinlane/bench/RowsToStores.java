package io.twinlane.bench;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.simulate.SimulatedExchange;
import io.twinlane.normalize.simulate.SimulatedExchange.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints what the ways from an order book's category topic to Redis and to ClickHouse cost: messages and rows a second of CPU time, the
 * store's own included. Wall time would say more of the machine's other work than of ours. The second round counts: it is warm.
 */
public final class RowsToStores {
  private static final long SEED = 1;
  /** Some 200,000 messages, of which two thirds change a book. */
  private static final Volume VOLUME = new Volume(10, 50, 210, 760);
  private static final int ROUNDS = 2;

  private RowsToStores() {}

  /** Ends the process by itself: engines that were begun have threads of their own. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("rows-to-stores");
    try {
      measure(CatalogLoader.load(Path.of(System.getProperty("twinlane.root"))), folder);
      BytesPerRow.delete(folder);
      System.exit(0);
    } catch (Exception e) {
      System.err.println("Cannot measure the way of rows to the stores: " + e);
      System.exit(2);
    }
  }

  private static void measure(Catalog catalog, Path folder) throws Exception {
    Category book = catalog.category("order_book");
    try (StoreLab lab = new StoreLab(catalog, book, folder)) {
      List<CategoryRow> rows = rows(catalog, book, folder);
      long messages = rows.stream().mapToLong(row -> row.originOffset).distinct().count();
      lab.write(rows);
      System.out.printf("%,d messages, %,d rows of %s%n", messages, rows.size(), book.name());
      for (int round = 1; round <= ROUNDS; round++) {
        tell("Redis", round, messages, rows.size(), lab.toRedis());
        tell("ClickHouse", round, messages, rows.size(), lab.toClickHouse());
      }
    }
  }

  static List<CategoryRow> rows(Catalog catalog, Category book, Path folder) throws Exception {
    Path simulated = folder.resolve("simulated.jsonl");
    SimulatedExchange.write(simulated, SEED, VOLUME);
    return SampleRows.of(catalog, catalog.source("simulated"), simulated).stream().filter(row -> row.category.equals(book.name())).toList();
  }

  private static void tell(String store, int round, long messages, long rows, CpuTime spent) {
    System.out.printf("to %-10s round %d: %,7.0f messages and %,7.0f rows a second of CPU; "
            + "%.1f s of CPU (%.1f s of it the store's) in %.1f s%n",
        store, round, messages / spent.all(), rows / spent.all(), spent.all(), spent.store(), spent.wall());
  }
}
