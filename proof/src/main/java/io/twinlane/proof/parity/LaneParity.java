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
import io.twinlane.normalize.RowLayout;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Compares what was left in the stores, row for row: of live sources the two lanes, ClickHouse with silver and Kafka's unqualified rows with
 * silver's; of file sources, which the batch lane brings into ClickHouse, what arrived there. Silver keeps everything, the others do not:
 * compared is what both can still tell of.
 */
public final class LaneParity {
  private static final long ROWS_AT_ONCE = 1_000_000;

  /** Says of which messages the streaming lane can still tell everything. */
  public interface Accountable {
    boolean test(String origin, long offset);
  }

  private final Catalog catalog;
  private final ClickHouseConfig clickhouse;
  private final Silver silver;
  private final long rowsAtOnce;
  private final Map<String, Map<String, Long>> clickhouseRows = new TreeMap<>();
  private final Map<String, Map<String, Long>> silverRows = new TreeMap<>();

  public LaneParity(Catalog catalog, ClickHouseConfig clickhouse, LakeConfig lake) {
    this(catalog, clickhouse, lake, ROWS_AT_ONCE);
  }

  LaneParity(Catalog catalog, ClickHouseConfig clickhouse, LakeConfig lake, long rowsAtOnce) {
    this.catalog = catalog;
    this.clickhouse = clickhouse;
    this.silver = new Silver(lake, catalog);
    this.rowsAtOnce = rowsAtOnce;
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
    try (ClickHouseRowReader<CategoryRow> table = ClickHouseRowReader.ofCategory(clickhouse, category, catalog.states())) {
      StoredParity<CategoryRow> stored = new StoredParity<>(table, (from, to, each) -> silver.rows(category, from, to, each),
          RowAccess.ofCategory(RowLayout.of(category, catalog.states()).varying()), row -> sources.contains(row.sourceSystem));
      long since = StoredParity.since(table, category.retention());
      ParityResult result = stored.compare(sides, since, silver.countBefore(category, since), rowsAtOnce);
      clickhouseRows.computeIfAbsent(category.name(), unused -> new TreeMap<>()).putAll(stored.tableRows());
      silverRows.computeIfAbsent(category.name(), unused -> new TreeMap<>()).putAll(stored.silverRows());
      return result;
    }
  }

  /** Compares the unqualified rows of live sources, as Kafka has them, with silver's: of the messages that Kafka can still tell of. */
  public ParityResult compareUnqualified(RowFeed live, Accountable accountable) throws Exception {
    Set<String> sources = catalog.sources(Source.Lane.LIVE).stream().map(Source::name).collect(Collectors.toSet());
    AtomicLong before = new AtomicLong();
    Parity parity = new Parity(Sides.LANES);
    parity.add(accountable(live, accountable), out -> {
      before.set(0);
      readUnqualified(row -> {
        if (sources.contains(row.sourceSystem()) && accountable.test(row.origin(), row.originOffset())) {
          RowAccess.ofUnqualified().hand(row, out);
        } else if (sources.contains(row.sourceSystem())) {
          before.incrementAndGet();
        }
      });
    });
    return parity.result(new ComparedRange(null, null, before.get()));
  }

  private static RowFeed accountable(RowFeed feed, Accountable accountable) {
    return out -> feed.read((identity, mapping, cells) -> {
      if (accountable.test(identity.origin(), identity.offset())) {
        out.row(identity, mapping, cells);
      }
    });
  }

  /**
   * Compares the unqualified rows that ClickHouse shows with silver's, whatever way they came. Records of the platform's own topics that
   * cannot be decoded come of no raw message, and silver knows nothing of them: conservation tells of these.
   */
  public ParityResult compareStoredUnqualified() throws Exception {
    try (ClickHouseRowReader<UnqualifiedRow> table =
        ClickHouseRowReader.ofUnqualified(clickhouse).where("reason != '" + Reasons.UNDECODABLE + "'")) {
      StoredParity<UnqualifiedRow> stored = new StoredParity<>(table,
          (from, to, each) -> catalog.categories().forEach(category -> silver.unqualified(category, from, to, each)),
          RowAccess.ofUnqualified(), row -> true);
      long since = StoredParity.since(table, catalog.platform().topics().unqualifiedRetention());
      long before = catalog.categories().stream().mapToLong(category -> silver.countUnqualifiedBefore(category, since)).sum();
      return stored.compare(Sides.STORES, since, before, rowsAtOnce);
    }
  }

  /** Hands over every unqualified row of silver. */
  public void readUnqualified(Consumer<UnqualifiedRow> each) {
    catalog.categories().forEach(category -> silver.unqualified(category, each));
  }

  /** Rows of a source in ClickHouse's table of a category, as far as the last comparison looked at them. */
  public long clickhouseRows(Category category, Source source) {
    return clickhouseRows.getOrDefault(category.name(), Map.of()).getOrDefault(source.name(), 0L);
  }

  /** Rows of a source in silver, as far as the last comparison looked at them. */
  public long silverRows(Category category, Source source) {
    return silverRows.getOrDefault(category.name(), Map.of()).getOrDefault(source.name(), 0L);
  }

  private Set<String> names(Category category, Source.Lane lane) {
    return catalog.sourcesOf(category).stream().filter(source -> source.lane() == lane).map(Source::name).collect(Collectors.toSet());
  }
}
