package io.twinlane.bench;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.normalize.CategoryRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints what the ingest job takes for a row of an order book, from the topic into the table, beside what the same rows take when somebody
 * else has encoded them and they only need sending: microseconds of CPU, ours and the store's. The last rounds are warm.
 */
public final class IngestBesideRowBinary {
  private static final int ROUNDS = 3;
  private static final int ROWS_AN_INSERT = 20_000;

  private IngestBesideRowBinary() {}

  /** Ends the process by itself: engines that were begun have threads of their own. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("ingest-beside-row-binary");
    try {
      measure(CatalogLoader.load(Path.of(System.getProperty("twinlane.root"))), folder);
      BytesPerRow.delete(folder);
      System.exit(0);
    } catch (Exception e) {
      System.err.println("Cannot measure the ingest job beside encoded rows: " + e);
      System.exit(2);
    }
  }

  private static void measure(Catalog catalog, Path folder) throws Exception {
    Category book = catalog.category("order_book");
    try (StoreLab lab = new StoreLab(catalog, book, folder)) {
      List<CategoryRow> rows = RowsToStores.rows(catalog, book, folder);
      lab.write(rows);
      for (int round = 1; round <= ROUNDS; round++) {
        tell("ingest job", round, rows.size(), lab.toClickHouse());
        tell("encoded rows", round, rows.size(), lab.encodedToClickHouse(lab.encoded(rows.size(), ROWS_AN_INSERT)));
      }
    }
  }

  private static void tell(String what, int round, long rows, CpuTime spent) {
    System.out.printf("%-12s round %d: %,6.2f us of our CPU and %,6.2f us of the store's a row, %,d rows%n", what, round,
        spent.own() * 1e6 / rows, spent.store() * 1e6 / rows, rows);
  }
}
