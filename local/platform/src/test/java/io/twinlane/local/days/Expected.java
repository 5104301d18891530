package io.twinlane.local.days;

import io.twinlane.local.days.Message.Sent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What must be in the stores after some messages, worked out message by message in the plainest way from what they mean: nothing of the code
 * under test has a part in it. Rows, by category and identity, are texts as {@link Shown} makes them of rows that are there.
 */
final class Expected {
  final Map<String, Map<String, String>> rows = new TreeMap<>(Map.of("market_tick", new TreeMap<>(), "order_book", new TreeMap<>()));
  /** Mapping version and reason by identity. */
  final Map<String, String> unqualified = new TreeMap<>();
  /** Reason by message. */
  final Map<String, String> dropped = new TreeMap<>();
  final Bars bars = new Bars();
  final Books books = new Books();
  private final Rules rules;
  private final Carried carried;

  private Expected(Rules rules) {
    this.rules = rules;
    this.carried = new Carried(rules);
  }

  static Expected of(List<Sent> messages, Rules rules) {
    Expected expected = new Expected(rules);
    messages.forEach(expected::add);
    return expected;
  }

  private void add(Sent sent) {
    Said said = sent.message().said();
    if (said instanceof Said.Dropped nothing) {
      dropped.put(message(sent), nothing.reason());
    } else if (said instanceof Said.Unusable unusable) {
      unqualified.put(identity(sent, 0), version(sent) + " " + unusable.reason());
    } else if (said instanceof Said.Frame frame) {
      frame(sent, frame);
    } else if (said instanceof Said.Trade trade) {
      trade(sent, trade);
    } else if (said instanceof Said.Book book) {
      book(sent, book);
    }
  }

  private void frame(Sent sent, Said.Frame frame) {
    if (!carried.readable(frame)) {
      unqualified.put(identity(sent, 0), version(sent) + " NOT_A_NUMBER");
      return;
    }
    Map<String, String> cells = carried.cells(sent, frame);
    if (cells == null) {
      dropped.put(message(sent), "UNCHANGED");
      return;
    }
    put("market_tick", sent, 0, cells);
    bars.add(cells, sent.message().received(), sent.ingestTime());
  }

  private void trade(Sent sent, Said.Trade trade) {
    Map<String, String> cells = new TreeMap<>();
    String[] currencies = currencies(trade.product());
    cells.put("symbol", trade.product() + " LIVE");
    cells.put("event_time", trade.time() + " LIVE");
    cells.put("last_price", plain(trade.price()) + " 1_" + currencies[1] + " LIVE");
    cells.put("last_size", plain(trade.size()) + " 1_" + currencies[0] + " LIVE");
    cells.put("last_side", trade.side() + " LIVE");
    cells.put("trade_id", trade.id() + " LIVE");
    put("market_tick", sent, 0, cells);
    bars.add(cells, trade.time(), sent.ingestTime());
  }

  private void book(Sent sent, Said.Book book) {
    List<Said.Level> levels = book.levels();
    int last = IntStream.range(0, levels.size()).filter(i -> !levels.get(i).broken()).max().orElse(-1);
    for (int i = 0; i < levels.size(); i++) {
      Said.Level level = levels.get(i);
      if (level.broken()) {
        unqualified.put(identity(sent, i), version(sent) + " NOT_A_NUMBER");
      } else {
        put("order_book", sent, i, cells(sent, book, level, i == last));
      }
    }
    if (last >= 0) {
      Instant time = book.time() == null ? sent.message().received() : book.time();
      books.add(book.product(), levels.stream().filter(level -> !level.broken()).toList(), time, sent.ingestTime());
    }
  }

  private static Map<String, String> cells(Sent sent, Said.Book book, Said.Level level, boolean last) {
    Map<String, String> cells = new TreeMap<>();
    String[] currencies = currencies(book.product());
    cells.put("symbol", book.product() + " LIVE");
    cells.put("event_time", book.time() == null ? sent.message().received() + " DERIVED" : book.time() + " LIVE");
    cells.put("action", level.action() + " LIVE");
    cells.put("side", level.side() + " LIVE");
    if (level.price() != null) {
      cells.put("price", plain(level.price()) + " 1_" + currencies[1] + " LIVE");
      cells.put("size", plain(level.size()) + " 1_" + currencies[0] + " LIVE");
    }
    cells.put("event_end", last + " LIVE");
    return cells;
  }

  private void put(String category, Sent sent, int row, Map<String, String> cells) {
    Map<String, String> all = new TreeMap<>(cells);
    all.put("source_system", sent.message().source());
    all.put("mapping_version", version(sent));
    all.put("ingest_time", String.valueOf(sent.ingestTime()));
    rows.get(category).put(identity(sent, row), all.toString());
  }

  private String version(Sent sent) {
    return sent.message().source().equals("ib") ? rules.version() : "coinbase/2";
  }

  static String plain(String number) {
    return new BigDecimal(number.replace(",", "")).stripTrailingZeros().toPlainString();
  }

  static String time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  private static String[] currencies(String product) {
    return product.toLowerCase(java.util.Locale.ROOT).split("-");
  }

  private static String message(Sent sent) {
    return sent.origin() + "@" + sent.offset();
  }

  private static String identity(Sent sent, int row) {
    return message(sent) + "#" + row;
  }
}
