package io.twinlane.jobs.compute.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

/** TOP_OF_BOOK against a book kept the plain way, row by row. */
class TopOfBookTest {
  private final TopOfBook top = new TopOfBook();
  private final TopOfBook.Book book = top.createAccumulator();

  @Test
  void before_the_first_whole_book_there_is_nothing() throws Exception {
    row("update", "bid", "10", "1", 0);
    row("snapshot", "bid", "10", "1", 1);
    assertThat(top.getValue(book)).as("one side of a snapshot").isNull();
    row("snapshot", "ask", "11", "2", 1);
    assertThat(top.getValue(book)).as("both sides").isEqualTo(shown("10", "1", "11", "2"));
  }

  @Test
  void while_a_new_snapshot_comes_in_the_old_top_stays() throws Exception {
    row("snapshot", "bid", "10", "1", 1);
    row("snapshot", "ask", "11", "2", 1);
    row("snapshot", "bid", "8", "5", 2);
    row("snapshot", "bid", "9", "5", 2);
    assertThat(top.getValue(book)).as("bids alone").isEqualTo(shown("10", "1", "11", "2"));
    row("snapshot", "ask", "12", "3", 2);
    assertThat(top.getValue(book)).as("with the first ask").isEqualTo(shown("9", "5", "12", "3"));
  }

  @Test
  void after_every_row_of_a_random_market_the_top_is_that_of_a_sorted_book() throws Exception {
    Random random = new Random(42);
    TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    row("snapshot", "bid", "50", "1", 0);
    row("snapshot", "ask", "51", "1", 0);
    bids.put(new BigDecimal("50"), BigDecimal.ONE);
    asks.put(new BigDecimal("51"), BigDecimal.ONE);
    for (int i = 1; i <= 20_000; i++) {
      boolean bid = random.nextBoolean();
      BigDecimal price = BigDecimal.valueOf(random.nextInt(20) + (bid ? 31 : 51));
      BigDecimal size = BigDecimal.valueOf(random.nextInt(3));
      row("update", bid ? "bid" : "ask", price.toString(), size.toString(), i);
      TreeMap<BigDecimal, BigDecimal> side = bid ? bids : asks;
      if (size.signum() == 0) {
        side.remove(price);
      } else {
        side.put(price, size);
      }
      assertThat(top.getValue(book)).as("top after row " + i).isEqualTo(shown(bids.firstEntry(), asks.firstEntry()));
    }
  }

  private void row(String action, String side, String price, String size, long offset) throws Exception {
    top.accumulate(book, action, side, new BigDecimal(price), new BigDecimal(size), offset);
  }

  private static Row shown(String... values) {
    return Row.of(java.util.Arrays.stream(values).map(BigDecimal::new).toArray());
  }

  private static Row shown(Map.Entry<BigDecimal, BigDecimal> bid, Map.Entry<BigDecimal, BigDecimal> ask) {
    return Row.of(bid == null ? null : bid.getKey(), bid == null ? null : bid.getValue(), ask == null ? null : ask.getKey(),
        ask == null ? null : ask.getValue());
  }
}
