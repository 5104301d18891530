package io.twinlane.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.simulate.SimulatedExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps what the meta fields cost in Kafka within bounds; all stores side by side: {@link BytesPerRow}. */
class RowSizesTest {
  private static final int MOST_ROWS = 4_000;
  private static final Path ROOT = Path.of(System.getProperty("twinlane.root"));
  private static final Catalog CATALOG = CatalogLoader.load(ROOT);

  @TempDir Path dir;

  @Test
  void meta_fields_add_little_to_an_ib_tick() throws IOException {
    List<CategoryRow> rows = SampleRows.of(CATALOG, CATALOG.source("ib"), ROOT.resolve("catalog/sources/ib/samples/smd.jsonl"));
    check("market_tick (ib)", CATALOG.category("market_tick"), rows, 7);
  }

  @Test
  void meta_fields_add_little_to_a_trade_and_to_a_book_level() throws IOException {
    Path recording = dir.resolve("simulated.jsonl");
    SimulatedExchange.write(recording, 1, SimulatedExchange.Volume.DEMO);
    List<CategoryRow> rows = SampleRows.of(CATALOG, CATALOG.source("simulated"), recording);
    check("market_tick (simulated)", CATALOG.category("market_tick"), rows, 3);
    check("order_book", CATALOG.category("order_book"), rows, 2);
  }

  private static void check(String name, Category category, List<CategoryRow> all, double mostInBatch) {
    List<CategoryRow> rows = all.stream().filter(row -> row.category.equals(category.name())).limit(MOST_ROWS).toList();
    KafkaSizes sizes = new KafkaSizes(category, CATALOG.states());
    KafkaSizes.PerRow with = sizes.asWritten(rows);
    double added = with.inBatch() - sizes.valuesOnly(rows).inBatch();
    assertThat(added).as("compressed bytes that meta fields add to a row of %s", name).isBetween(0.0, mostInBatch);
    assertThat(with.alone()).as("bytes of a row of %s", name).isLessThan(sizes.spelledOut(rows).alone());
  }
}
