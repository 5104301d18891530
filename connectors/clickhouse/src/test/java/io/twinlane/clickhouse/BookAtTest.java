package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.normalize.CategoryRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The book at a moment, beside a book that is kept message by message. */
class BookAtTest {
  private static final int MESSAGES = 120;
  private static final int A_MESSAGE = 1_000_000; // microseconds from one to the next
  private final ClickHouseConfig config = ClickHouseServer.newDatabase();
  private final Random random = new Random(11);

  /** A message of the random book: when it happened, its rows, and the book that it left. */
  private record Message(long time, List<CategoryRow> rows, List<String> book) {}

  @Test
  void a_book_at_any_moment_is_the_one_that_the_last_message_until_then_left() throws Exception {
    List<Message> messages = messages();
    List<CategoryRow> rows = new ArrayList<>(messages.stream().flatMap(message -> message.rows.stream()).toList());
    rows.addAll(rows.subList(0, rows.size() / 3)); // repeats, and all in any order
    Collections.shuffle(rows, random);
    insert(rows);

    for (int i = 0; i < MESSAGES; i += 3) {
      long moment = TickRows.NOON + (long) i * A_MESSAGE + A_MESSAGE / 2;
      assertThat(bookAt(moment)).as("book after message " + i).isEqualTo(bookLeftAt(messages, moment));
    }
    assertThat(messages).as("messages that leave nothing of the book").anyMatch(message -> message.time > TickRows.NOON && message.book.isEmpty());
    assertThat(bookAt(TickRows.NOON - 1)).as("book before anything happened").isEmpty();
    assertThat(bookAt(TickRows.NOON + 1000L * A_MESSAGE)).as("the book now").isEqualTo(messages.get(MESSAGES - 1).book)
        .isEqualTo(texts("SELECT concat(side, ' ', toString(price), ' ', toString(size)) FROM order_book_latest ORDER BY side,"
            + " if(side = 'bid', -price, price)"));
  }

  @Test
  void another_symbol_or_source_has_another_book() throws Exception {
    insert(List.of(TickRows.level("snapshot", "bid", "100", "1", 5, 0)));

    assertThat(texts(select("ETH-USD", "coinbase", TickRows.NOON))).as("another symbol").isEmpty();
    assertThat(texts(select("BTC-USD", "simulated", TickRows.NOON))).as("another source").isEmpty();
    assertThat(texts(select("BTC-USD", "coinbase", TickRows.NOON))).as("the book").containsExactly("bid 100 1");
  }

  @Test
  void a_moment_that_is_none_is_an_error() {
    assertThatThrownBy(() -> texts("SELECT side FROM order_book_at(symbol = 'BTC-USD', source = 'coinbase', at = 'noon')"))
        .hasStackTraceContaining("value noon cannot be parsed as DateTime64(6, 'UTC') for query parameter 'at'");
  }

  /** Snapshots carry the receive time, which is later than the two updates that follow. Every third gives one side only, every sixth none. */
  private List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    Map<String, String> book = new TreeMap<>();
    for (int i = 0; i < MESSAGES; i++) {
      boolean snapshot = i % 10 == 0;
      long time = TickRows.NOON + (long) i * A_MESSAGE + (snapshot ? 2 * A_MESSAGE + 1 : 0);
      List<CategoryRow> rows = new ArrayList<>();
      if (snapshot) {
        book.clear();
      }
      int levels = !snapshot ? 1 + random.nextInt(3) : i % 60 == 20 ? 0 : 6;
      for (int level = 0; level < levels; level++) {
        rows.add(change(book, snapshot, time, i, level));
      }
      if (snapshot) {
        addCleared(rows, book, time, i);
      }
      messages.add(new Message(time, rows, shown(book)));
    }
    return messages;
  }

  /** A side without a level is told by a row of its own. */
  private static void addCleared(List<CategoryRow> rows, Map<String, String> book, long time, int offset) {
    for (String side : List.of("bid", "ask")) {
      if (book.keySet().stream().noneMatch(level -> level.startsWith(side))) {
        rows.add(at(time, TickRows.level("clear", side, null, null, offset, rows.size())));
      }
    }
  }

  private static CategoryRow at(long time, CategoryRow row) {
    row.values[ClickHouseServer.category("order_book").timestampIndex()] = time;
    return row;
  }

  private CategoryRow change(Map<String, String> book, boolean snapshot, long time, int offset, int index) {
    boolean oneSided = snapshot && offset % 30 == 0;
    String side = oneSided || random.nextBoolean() ? "bid" : "ask";
    String price = String.valueOf(side.equals("bid") ? 90 + random.nextInt(10) : 100 + random.nextInt(10));
    String size = String.valueOf(snapshot ? 1 + random.nextInt(9) : random.nextInt(4));
    book.put(side + " " + price, size);
    return at(time, TickRows.level(snapshot ? "snapshot" : "update", side, price, size, offset, index));
  }

  private static List<String> shown(Map<String, String> book) {
    return book.entrySet().stream().filter(level -> !level.getValue().equals("0"))
        .sorted((a, b) -> place(a.getKey()).compareTo(place(b.getKey()))).map(level -> level.getKey() + " " + level.getValue()).toList();
  }

  /** Asks from the lowest, then bids from the highest. */
  private static BigDecimal place(String level) {
    BigDecimal price = new BigDecimal(level.substring(4));
    return level.startsWith("ask") ? price : new BigDecimal(1000).subtract(price);
  }

  private static List<String> bookLeftAt(List<Message> messages, long moment) {
    return messages.stream().filter(message -> message.time <= moment).reduce((first, second) -> second).map(Message::book).orElse(List.of());
  }

  private List<String> bookAt(long moment) {
    return texts(select("BTC-USD", "coinbase", moment));
  }

  private static String select(String symbol, String source, long moment) {
    return "SELECT concat(side, ' ', toString(price), ' ', toString(size)) FROM order_book_at(symbol = '" + symbol + "', source = '" + source
        + "', at = fromUnixTimestamp64Micro(toInt64(" + moment + "), 'UTC'))";
  }

  private void insert(List<CategoryRow> rows) throws InterruptedException {
    Inserts.of(config, new CategoryRowFormat(ClickHouseServer.category("order_book"), ClickHouseServer.states()), rows);
  }

  private List<String> texts(String sql) {
    return ClickHouseServer.texts(config, sql);
  }
}
