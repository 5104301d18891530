package io.twinlane.local.days;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Order books, kept the plain way, and what the team's query must have left of them in Redis. */
final class Books {
  private static final class Book {
    private final NavigableMap<BigDecimal, String> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, String> asks = new TreeMap<>();
  }

  private final Map<String, Book> books = new HashMap<>();
  private final Map<String, Map<String, String>> hashes = new TreeMap<>();

  /** The levels of one message that could be read. */
  void add(String product, List<Said.Level> levels, Instant happened, long ingestTime) {
    Book book = books.computeIfAbsent(product, unused -> new Book());
    if (!levels.get(0).action().equals("update")) {
      book.bids.clear();
      book.asks.clear();
    }
    for (Said.Level level : levels) {
      NavigableMap<BigDecimal, String> side = level.side().equals("bid") ? book.bids : book.asks;
      if (level.price() != null && new BigDecimal(level.size()).signum() == 0) {
        side.remove(new BigDecimal(level.price()));
      } else if (level.price() != null) {
        side.put(new BigDecimal(level.price()), Expected.plain(level.size()));
      }
    }
    Map<String, String> hash = new TreeMap<>(Map.of("event_time", happened.toString(), "ingest_time", Expected.time(ingestTime)));
    best(hash, "bid", book.bids);
    best(hash, "ask", book.asks);
    hashes.put("research:book_imbalance:coinbase:" + product, hash);
  }

  Map<String, Map<String, String>> hashes() {
    return hashes;
  }

  private static void best(Map<String, String> hash, String side, NavigableMap<BigDecimal, String> levels) {
    if (!levels.isEmpty()) {
      hash.put(side + "_price", levels.firstKey().stripTrailingZeros().toPlainString());
      hash.put(side + "_size", levels.firstEntry().getValue());
    }
  }
}
