package io.twinlane.jobs.compute.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TOP_OF_BOOK against a book kept the plain way, message by message. */
class TopOfBookTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final TopOfBook top = new TopOfBook();
  private final TopOfBook.Book book = new TopOfBook.Book();
  private final MapView<BigDecimal, BigDecimal> bids = new MapView<>();
  private final MapView<BigDecimal, BigDecimal> asks = new MapView<>();
  private final List<Row> told = new ArrayList<>();
  private final Map<String, Counter> counters = new HashMap<>();

  @BeforeEach
  void open() {
    top.setCollector(new ListCollector<>(told));
    top.open(new FunctionContext(null) {
      @Override
      public MetricGroup getMetricGroup() {
        return new UnregisteredMetricsGroup() {
          @Override
          public <C extends Counter> C counter(String name, C counter) {
            counters.put(name, counter);
            return counter;
          }
        };
      }
    });
  }

  @Test
  void nothing_is_told_of_a_book_that_nobody_has_seen_whole() throws Exception {
    row("update", "bid", "10", "1", true);
    assertThat(told).as("tops before the first snapshot").isEmpty();
    assertThat(counters.get("levelsWithoutBook").getCount()).as("levels without a book").isEqualTo(1);
  }

  @Test
  void a_message_is_told_with_its_last_row() throws Exception {
    row("snapshot", "bid", "10", "1", false);
    row("snapshot", "ask", "11", "2", false);
    row("snapshot", "ask", "12", "2", false);
    assertThat(told).as("tops in the middle of the first message").isEmpty();
    row("snapshot", "bid", "9", "1", true);
    assertThat(last()).as("top").isEqualTo(shown("10", "1", "11", "2"));

    row("update", "bid", "10", "0", false);
    row("update", "ask", "10.5", "3", true);
    assertThat(told).as("tops after two messages").hasSize(2);
    assertThat(last()).as("top").isEqualTo(shown("9", "1", "10.5", "3"));
  }

  @Test
  void a_new_snapshot_ends_the_book_before_with_all_its_sides() throws Exception {
    row("snapshot", "bid", "10", "1", false);
    row("snapshot", "ask", "11", "2", true);
    row("snapshot", "bid", "9", "1", false);
    row("clear", "ask", null, null, true);
    assertThat(last()).as("top without asks").isEqualTo(shown("9", "1", null, null));

    row("clear", "bid", null, null, false);
    row("clear", "ask", null, null, true);
    assertThat(last()).as("top of an empty book").isEqualTo(shown(null, null, null, null));
  }

  @Test
  void what_another_origin_changes_is_another_book_until_it_is_seen_whole() throws Exception {
    row("snapshot", "bid", "10", "1", true);
    Row elsewhere = message("update", "bid", "12", "1", true);
    elsewhere.setField("origin", "raw.coinbase/1");
    eval(elsewhere);
    assertThat(told).as("tops").hasSize(1);

    Row moved = message("snapshot", "bid", "8", "1", true);
    moved.setField("origin", "raw.coinbase/1");
    eval(moved);
    row("update", "bid", "11", "1", true);
    assertThat(told).as("tops").hasSize(2);
    assertThat(last()).as("top of the book that moved").isEqualTo(shown("8", "1", null, null));
  }

  @Test
  void after_every_message_of_a_random_market_the_top_is_that_of_a_sorted_book() throws Exception {
    Random random = new Random(42);
    TreeMap<BigDecimal, BigDecimal> sortedBids = new TreeMap<>(Comparator.reverseOrder());
    TreeMap<BigDecimal, BigDecimal> sortedAsks = new TreeMap<>();
    row("clear", "bid", null, null, false);
    row("clear", "ask", null, null, true);
    for (int i = 1; i <= 20_000; i++) {
      boolean snapshot = random.nextInt(50) == 0;
      if (snapshot) {
        sortedBids.clear();
        sortedAsks.clear();
      }
      int rows = 1 + random.nextInt(4);
      for (int left = rows; left > 0; left--) {
        boolean bid = random.nextBoolean();
        BigDecimal price = BigDecimal.valueOf(random.nextInt(20) + (bid ? 31 : 51));
        BigDecimal size = BigDecimal.valueOf(random.nextInt(3));
        row(snapshot ? "snapshot" : "update", bid ? "bid" : "ask", price.toString(), size.toString(), left == 1);
        set(bid ? sortedBids : sortedAsks, price, size);
      }
      assertThat(told).as("tops after message " + i).hasSize(i + 1);
      assertThat(last()).as("top after message " + i).isEqualTo(shown(sortedBids.firstEntry(), sortedAsks.firstEntry()));
    }
  }

  private static void set(Map<BigDecimal, BigDecimal> side, BigDecimal price, BigDecimal size) {
    if (size.signum() == 0) {
      side.remove(price);
    } else {
      side.put(price, size);
    }
  }

  private void row(String action, String side, String price, String size, boolean end) throws Exception {
    eval(message(action, side, price, size, end));
  }

  private void eval(Row row) throws Exception {
    top.eval(book, bids, asks, row);
  }

  private static Row message(String action, String side, String price, String size, boolean end) {
    Row row = Row.withNames();
    row.setField("action", action);
    row.setField("side", side);
    row.setField("price", price == null ? null : new BigDecimal(price));
    row.setField("size", size == null ? null : new BigDecimal(size));
    row.setField("price_unit", "1_usd");
    row.setField("size_unit", "1_btc");
    row.setField("event_end", end);
    row.setField("origin", "raw.coinbase/0");
    row.setField("event_time", NOON);
    row.setField("ingest_time", NOON);
    return row;
  }

  /** Prices and sizes of the newest top. */
  private Row last() {
    return Row.project(told.get(told.size() - 1), new int[] {1, 2, 3, 4});
  }

  private static Row shown(String... values) {
    return Row.of(java.util.Arrays.stream(values).map(value -> value == null ? null : new BigDecimal(value)).toArray());
  }

  private static Row shown(Map.Entry<BigDecimal, BigDecimal> bid, Map.Entry<BigDecimal, BigDecimal> ask) {
    return Row.of(bid == null ? null : bid.getKey(), bid == null ? null : bid.getValue(), ask == null ? null : ask.getKey(),
        ask == null ? null : ask.getValue());
  }
}
