package io.twinlane.local.demo;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseRows;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.Silver;
import io.twinlane.local.parity.Cells;
import io.twinlane.local.parity.Parity;
import io.twinlane.local.parity.ParityResult;
import io.twinlane.local.parity.RowFeed;
import io.twinlane.normalize.CategoryRow;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what the two lanes left in their stores: ClickHouse and silver, row for row; unqualified rows in Kafka and in silver. */
public final class Comparison {
  private final Catalog catalog;
  private final ClickHouseConfig clickhouse;
  private final Silver silver;
  private final Set<String> liveSources;
  private final Map<String, Map<String, Long>> clickhouseRows = new TreeMap<>();
  private final Map<String, Map<String, Long>> silverRows = new TreeMap<>();

  public Comparison(Catalog catalog, ClickHouseConfig clickhouse, LakeConfig lake) {
    this.catalog = catalog;
    this.clickhouse = clickhouse;
    this.silver = new Silver(lake, catalog);
    this.liveSources = catalog.sources(Source.Lane.LIVE).stream().map(Source::name).collect(Collectors.toSet());
  }

  /** Compares the rows that live sources gave to a category; rows of file sources are in the batch lane alone and only counted. */
  public ParityResult compare(Category category) throws Exception {
    RowFeed live = out -> {
      try (ClickHouseRows<CategoryRow> table = ClickHouseRows.ofCategory(clickhouse, category, catalog.states());
          Stream<CategoryRow> rows = table.stream()) {
        Map<String, Long> count = new TreeMap<>();
        rows.forEach(row -> hand(category, row, out, count));
        clickhouseRows.put(category.name(), count);
      }
    };
    RowFeed batch = out -> {
      Map<String, Long> count = new TreeMap<>();
      silver.rows(category, row -> hand(category, row, out, count));
      silverRows.put(category.name(), count);
    };
    return Parity.compare(live, batch);
  }

  private void hand(Category category, CategoryRow row, RowFeed.Reader out, Map<String, Long> count) {
    count.merge(row.sourceSystem, 1L, Long::sum);
    if (liveSources.contains(row.sourceSystem)) {
      out.row(Cells.identity(row), Cells.of(category, catalog.states(), row));
    }
  }

  /** Compares the unqualified rows of live sources. */
  ParityResult compareUnqualified(LiveTally live) throws Exception {
    RowFeed batch = out -> {
      for (Category category : catalog.categories()) {
        silver.unqualified(category, row -> {
          if (liveSources.contains(row.sourceSystem())) {
            out.row(Cells.identity(row), Cells.of(row));
          }
        });
      }
    };
    return Parity.compare(live.unqualified(), batch);
  }

  /** Rows of a source in ClickHouse's table of a category, as the last comparison found them. */
  long clickhouseRows(Category category, Source source) {
    return clickhouseRows.getOrDefault(category.name(), Map.of()).getOrDefault(source.name(), 0L);
  }

  /** Rows of a source in silver, as the last comparison found them. */
  long silverRows(Category category, Source source) {
    return silverRows.getOrDefault(category.name(), Map.of()).getOrDefault(source.name(), 0L);
  }
}
