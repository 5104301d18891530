package io.twinlane.clickhouse;

import static io.twinlane.clickhouse.TickRows.NOW;
import static io.twinlane.clickhouse.TickRows.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.normalize.CategoryRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBookSnapshotTest {
  private final ClickHouseConfig config = ClickHouseServer.newDatabase();

  @Test
  void updates_change_and_remove_levels_of_the_snapshot() throws Exception {
    insert(level("snapshot", "bid", "100", "1", 5, 0), level("snapshot", "bid", "99", "2", 5, 1));
    insert(level("snapshot", "ask", "101", "3", 5, 2));
    insert(level("update", "bid", "100", "0", 6, 0), level("update", "bid", "99", "7", 6, 1), level("update", "ask", "102", "4", 7, 0));

    assertThat(book()).as("book after two updates").containsExactly("bid 99 7", "ask 101 3", "ask 102 4");
  }

  @Test
  void a_second_snapshot_replaces_the_book_as_a_whole() throws Exception {
    insert(level("snapshot", "bid", "100", "1", 5, 0), level("snapshot", "ask", "101", "3", 5, 1), level("update", "bid", "98", "9", 6, 0));
    insert(level("snapshot", "bid", "97", "5", 8, 0), level("snapshot", "ask", "103", "6", 8, 1));
    insert(level("update", "bid", "96", "1", 9, 0));

    assertThat(book()).as("book after the second snapshot").containsExactly("bid 96 1", "bid 97 5", "ask 103 6");
  }

  @Test
  void a_side_that_a_new_snapshot_gives_empty_is_empty() throws Exception {
    insert(level("snapshot", "bid", "10", "1", 5, 0), level("snapshot", "ask", "11", "1", 5, 1));
    insert(level("snapshot", "bid", "9", "1", 6, 0), level("clear", "ask", null, null, 6, 1));
    assertThat(book()).as("book with bids alone").containsExactly("bid 9 1");

    insert(level("update", "ask", "12", "3", 7, 0));
    assertThat(book()).as("book with an ask again").containsExactly("bid 9 1", "ask 12 3");
  }

  @Test
  void an_empty_snapshot_empties_the_book_and_updates_fill_it_again() throws Exception {
    insert(level("snapshot", "bid", "10", "1", 5, 0), level("snapshot", "ask", "11", "1", 5, 1));
    insert(level("clear", "bid", null, null, 6, 0), level("clear", "ask", null, null, 6, 1));
    assertThat(book()).as("book after an empty snapshot").isEmpty();

    insert(level("update", "bid", "8", "2", 7, 0));
    assertThat(book()).as("book after the next update").containsExactly("bid 8 2");
  }

  @Test
  void the_order_of_arrival_rules_although_event_times_run_backwards() throws Exception {
    CategoryRow snapshot = level("snapshot", "bid", "100", "1", 5, 0);
    CategoryRow update = level("update", "bid", "100", "2", 6, 0);
    assertThat((long) update.values[1]).as("event time of the update, before that of the snapshot").isLessThan((long) snapshot.values[1]);
    insert(snapshot, update);

    assertThat(book()).as("book by order of arrival").containsExactly("bid 100 2");
  }

  @Test
  void rows_that_come_late_or_twice_change_nothing() throws Exception {
    CategoryRow first = level("snapshot", "bid", "100", "1", 5, 0);
    CategoryRow gone = level("update", "bid", "100", "0", 6, 0);
    CategoryRow second = level("snapshot", "ask", "105", "1", 8, 0);
    insert(second);
    insert(gone);
    insert(first, gone);
    insert(second, first);

    assertThat(book()).as("book after repeats in any order").containsExactly("ask 105 1");
  }

  @Test
  void a_book_that_moved_to_another_partition_is_read_from_there() throws Exception {
    insert(level("snapshot", "bid", "100", "1", "raw.coinbase/0", 900, 0, NOW));
    insert(level("update", "bid", "99", "1", "raw.coinbase/0", 901, 0, NOW));
    insert(level("snapshot", "bid", "90", "1", "raw.coinbase/1", 3, 0, NOW + 60_000_000));

    assertThat(book()).as("book of the newer snapshot alone").containsExactly("bid 90 1");
  }

  @Test
  void levels_before_any_snapshot_are_no_book() throws Exception {
    insert(level("update", "bid", "100", "1", 5, 0));

    assertThat(book()).as("book without a snapshot").isEmpty();
  }

  private void insert(CategoryRow... rows) throws InterruptedException {
    Inserts.of(config, new CategoryRowFormat(ClickHouseServer.category("order_book"), ClickHouseServer.states()), List.of(rows));
  }

  private List<String> book() {
    return ClickHouseServer.texts(config, "SELECT concat(side, ' ', toString(price), ' ', toString(size)) FROM order_book_latest"
        + " WHERE symbol = 'BTC-USD' ORDER BY side DESC, price");
  }
}
