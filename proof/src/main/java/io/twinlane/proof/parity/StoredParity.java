package io.twinlane.proof.parity;

import io.twinlane.clickhouse.ClickHouseRowReader;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Compares one of ClickHouse's tables with silver's, one range of arrivals after the other. ClickHouse forgets a row any time after its
 * retention, parts of a day apart from each other: rows that may be forgotten are left out on both sides, whether they are there or not.
 */
final class StoredParity<T> {
  /** What the oldest range, which is compared first, may lose meanwhile. */
  private static final Duration WHILE_COMPARING = Duration.ofHours(1);
  private static final int SHARE_OF_RETENTION = 10;

  /** Hands over silver's rows that arrived between two times in microseconds. */
  interface SilverFeed<T> {
    void read(long from, long to, Consumer<T> each);
  }

  private final ClickHouseRowReader<T> table;
  private final SilverFeed<T> silver;
  private final RowAccess<T> access;
  private final Predicate<T> wanted;
  private final Map<String, Long> tableRows = new TreeMap<>();
  private final Map<String, Long> silverRows = new TreeMap<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  StoredParity(ClickHouseRowReader<T> table, SilverFeed<T> silver, RowAccess<T> access, Predicate<T> wanted) {
    this.table = table;
    this.silver = silver;
    this.access = access;
    this.wanted = wanted;
  }

  /** The first arrival, in microseconds, from which on the table has all of its rows, now and for as long as a comparison takes. */
  static long since(ClickHouseRowReader<?> table, Duration retention) {
    Duration share = retention.dividedBy(SHARE_OF_RETENTION);
    return table.keptSince(retention.minus(share.compareTo(WHILE_COMPARING) < 0 ? share : WHILE_COMPARING));
  }

  /**
   * Compares once.
   *
   * @param since earlier arrivals are left out
   * @param before how many rows of silver these are
   * @param most rows that are held at once, unless a minute has more
   */
  ParityResult compare(Sides sides, long since, long before, long most) throws Exception {
    Parity parity = new Parity(sides);
    for (ArrivalRange range : ArrivalRange.of(table.countsByMinute(), since, most)) {
      Map<String, Long> left = new TreeMap<>();
      Map<String, Long> right = new TreeMap<>();
      parity.add(feed(left, each -> stored(range, each)), feed(right, each -> silver.read(range.from(), range.to(), each)));
      left.forEach((source, count) -> tableRows.merge(source, count, Long::sum));
      right.forEach((source, count) -> silverRows.merge(source, count, Long::sum));
    }
    return parity.result(ComparedRange.of(first, last, before));
  }

  private void stored(ArrivalRange range, Consumer<T> each) {
    try (Stream<T> rows = table.arrived(range.from(), range.to()).stream()) {
      rows.forEach(each);
    }
  }

  /** Counts anew whenever it is read: to show what differs, it is read twice. */
  private RowFeed feed(Map<String, Long> counts, Consumer<Consumer<T>> rows) {
    return out -> {
      counts.clear();
      rows.accept(row -> {
        if (wanted.test(row)) {
          counts.merge(access.source().apply(row), 1L, Long::sum);
          first = Math.min(first, access.arrival().applyAsLong(row));
          last = Math.max(last, access.arrival().applyAsLong(row));
          access.hand(row, out);
        }
      });
    };
  }

  /** Compared rows of ClickHouse by source. */
  Map<String, Long> tableRows() {
    return tableRows;
  }

  /** Compared rows of silver by source. */
  Map<String, Long> silverRows() {
    return silverRows;
  }
}
