package io.twinlane.bench;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.simulate.SimulatedExchange;
import io.twinlane.normalize.simulate.SimulatedExchange.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Prints what a row takes in every store, without and with its meta fields: the same rows everywhere. */
public final class BytesPerRow {
  private static final long SEED = 1;
  private static final Volume VOLUME = new Volume(10, 50, 300, 760);
  private static final int MOST_ROWS = 100_000;
  private static final List<String> CATEGORIES = List.of("market_tick", "order_book");

  private BytesPerRow() {}

  public static void main(String[] args) throws Exception {
    Path root = Path.of(System.getProperty("twinlane.root"));
    Path folder = Files.createTempDirectory("bytes-per-row");
    try {
      List<StoreSize> sizes = measure(CatalogLoader.load(root), root, folder);
      System.out.println(StoreSize.HEADER);
      sizes.forEach(size -> System.out.println(size.line()));
    } finally {
      delete(folder);
    }
  }

  private static List<StoreSize> measure(Catalog catalog, Path root, Path folder) throws Exception {
    List<CategoryRow> all = rows(catalog, root, folder);
    ParquetSizes parquet = new ParquetSizes(catalog, Files.createDirectory(folder.resolve("lake")));
    List<StoreSize> sizes = new ArrayList<>();
    try (ClickHouseSizes clickHouse = new ClickHouseSizes(catalog, folder.resolve("clickhouse"))) {
      for (String name : CATEGORIES) {
        Category category = catalog.category(name);
        List<CategoryRow> rows = all.stream().filter(row -> row.category.equals(name)).limit(MOST_ROWS).toList();
        sizes.addAll(new KafkaSizes(category, catalog.states()).sizes(rows));
        sizes.add(clickHouse.size(category, rows));
        sizes.add(parquet.size(category, rows));
      }
    }
    return sizes;
  }

  private static List<CategoryRow> rows(Catalog catalog, Path root, Path folder) throws IOException {
    Path simulated = folder.resolve("simulated.jsonl");
    SimulatedExchange.write(simulated, SEED, VOLUME);
    Path sources = root.resolve("catalog/sources");
    List<CategoryRow> rows = new ArrayList<>();
    rows.addAll(SampleRows.of(catalog, catalog.source("ib"), sources.resolve("ib/samples/smd.jsonl")));
    rows.addAll(SampleRows.of(catalog, catalog.source("coinbase"), sources.resolve("coinbase/samples/feed.jsonl")));
    rows.addAll(SampleRows.of(catalog, catalog.source("simulated"), simulated));
    return rows;
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
