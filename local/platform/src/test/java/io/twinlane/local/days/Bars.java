package io.twinlane.local.days;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One-minute bars as the team's query must have left them in Redis. */
final class Bars {
  private static final Set<String> NEW = Set.of("LIVE", "DELAYED", "UNKNOWN");

  private final Map<String, Map<String, String>> hashes = new TreeMap<>();

  /** A tick: a trade when its last price came with it. */
  void add(Map<String, String> cells, Instant happened, long ingestTime) {
    BigDecimal price = fresh(cells.get("last_price"));
    if (price == null) {
      return;
    }
    String symbol = cells.get("symbol").substring(0, cells.get("symbol").indexOf(' '));
    Map<String, String> bar = hashes.computeIfAbsent(
        "research:bars_1m:" + symbol + ":" + happened.toString().substring(0, 16) + "Z", unused -> new TreeMap<>());
    bar.putIfAbsent("open", price.toPlainString());
    bar.put("close", price.toPlainString());
    bar.merge("high", price.toPlainString(), (a, b) -> new BigDecimal(a).compareTo(price) < 0 ? b : a);
    bar.merge("low", price.toPlainString(), (a, b) -> new BigDecimal(a).compareTo(price) > 0 ? b : a);
    BigDecimal size = fresh(cells.get("last_size"));
    if (size != null) {
      bar.merge("volume", size.toPlainString(), (a, b) -> new BigDecimal(a).add(size).stripTrailingZeros().toPlainString());
    }
    bar.merge("trades", "1", (a, b) -> String.valueOf(Long.parseLong(a) + 1));
    bar.merge("ingest_time", Expected.time(ingestTime), (a, b) -> Instant.parse(a).isBefore(Instant.parse(b)) ? b : a);
  }

  Map<String, Map<String, String>> hashes() {
    return hashes;
  }

  private static BigDecimal fresh(String cell) {
    if (cell == null || !NEW.contains(cell.substring(cell.lastIndexOf(' ') + 1))) {
      return null;
    }
    return new BigDecimal(cell.substring(0, cell.indexOf(' ')));
  }
}
