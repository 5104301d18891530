package io.twinlane.proof.parity;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseRowReader;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.Silver;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.RowColumn;
import io.twinlane.normalize.RowLayout;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what was left in the stores, row for row: of live sources the two lanes, ClickHouse with silver and Kafka's unqualified rows with
 * silver's; of file sources, which the batch lane brings into ClickHouse, what arrived there.
 */
public final class LaneParity {
  private final Catalog catalog;
  private final ClickHouseConfig clickhouse;
  private final Silver silver;
  private final Map<String, Map<String, Long>> clickhouseRows = new TreeMap<>();
  private final Map<String, Map<String, Long>> silverRows = new TreeMap<>();

  public LaneParity(Catalog catalog, ClickHouseConfig clickhouse, LakeConfig lake) {
    this.catalog = catalog;
    this.clickhouse = clickhouse;
    this.silver = new Silver(lake, catalog);
  }

  /** Compares the lanes over the rows that live sources gave to a category. */
  public ParityResult compare(Category category) throws Exception {
    return compare(Sides.LANES, category, names(category, Source.Lane.LIVE));
  }

  /** Compares ClickHouse with silver over the rows that file sources gave to a category. */
  public ParityResult compareFiles(Category category) throws Exception {
    return compare(Sides.STORES, category, names(category, Source.Lane.FILES));
  }

  private ParityResult compare(Sides sides, Category category, Set<String> sources) throws Exception {
    if (sources.isEmpty()) {
      return ParityResult.NOTHING;
    }
    RowFeed stored = out -> {
      try (ClickHouseRowReader<CategoryRow> table = ClickHouseRowReader.ofCategory(clickhouse, category, catalog.states());
          Stream<CategoryRow> rows = table.stream()) {
        hand(category, sources, rows::forEach, out, clickhouseRows);
      }
    };
    return Parity.compare(sides, stored,
        out -> hand(category, sources, each -> silver.rows(category, each), out, silverRows));
  }

  /** Hands over the rows of some sources, and counts them by category and source. */
  private void hand(Category category, Set<String> sources, Consumer<Consumer<CategoryRow>> rows, RowFeed.Reader out,
      Map<String, Map<String, Long>> counts) {
    Map<String, Long> count = new TreeMap<>();
    List<RowColumn> columns = RowLayout.of(category, catalog.states()).varying();
    rows.accept(row -> {
      if (sources.contains(row.sourceSystem)) {
        count.merge(row.sourceSystem, 1L, Long::sum);
        out.row(RowTexts.identity(row), row.mappingVersion, RowTexts.of(columns, row));
      }
    });
    counts.computeIfAbsent(category.name(), unused -> new TreeMap<>()).putAll(count);
  }

  /** Compares the unqualified rows of live sources, as Kafka has them, with silver's. */
  public ParityResult compareUnqualified(RowFeed live) throws Exception {
    Set<String> sources = catalog.sources(Source.Lane.LIVE).stream().map(Source::name).collect(Collectors.toSet());
    return Parity.compare(live, silverUnqualified(row -> sources.contains(row.sourceSystem())));
  }

  /**
   * Compares the unqualified rows that ClickHouse shows with silver's, whatever way they came. Records of the platform's own topics that
   * cannot be decoded come of no raw message, and silver knows nothing of them: conservation tells of these.
   */
  public ParityResult compareStoredUnqualified() throws Exception {
    RowFeed stored = out -> {
      try (ClickHouseRowReader<UnqualifiedRow> table = ClickHouseRowReader.ofUnqualified(clickhouse).where("reason != '" + Reasons.UNDECODABLE + "'");
          Stream<UnqualifiedRow> rows = table.stream()) {
        rows.forEach(row -> out.row(RowTexts.identity(row), row.mappingVersion(), RowTexts.of(row)));
      }
    };
    return Parity.compare(Sides.STORES, stored, silverUnqualified(row -> true));
  }

  private RowFeed silverUnqualified(Predicate<UnqualifiedRow> wanted) {
    return out -> readUnqualified(row -> {
      if (wanted.test(row)) {
        out.row(RowTexts.identity(row), row.mappingVersion(), RowTexts.of(row));
      }
    });
  }

  /** Hands over every unqualified row of silver. */
  public void readUnqualified(Consumer<UnqualifiedRow> each) {
    catalog.categories().forEach(category -> silver.unqualified(category, each));
  }

  /** Rows of a source in ClickHouse's table of a category, as the last comparison found them. */
  public long clickhouseRows(Category category, Source source) {
    return clickhouseRows.getOrDefault(category.name(), Map.of()).getOrDefault(source.name(), 0L);
  }

  /** Rows of a source in silver, as the last comparison found them. */
  public long silverRows(Category category, Source source) {
    return silverRows.getOrDefault(category.name(), Map.of()).getOrDefault(source.name(), 0L);
  }

  private Set<String> names(Category category, Source.Lane lane) {
    return catalog.sourcesOf(category).stream().filter(source -> source.lane() == lane).map(Source::name).collect(Collectors.toSet());
  }
}
