package io.twinlane.local.days;

import io.twinlane.local.days.Said.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Trades and order books as Coinbase sends them; each product's book is given whole before it is changed, and anew each day. */
final class CoinbaseFeed {
  static final List<String> PRODUCTS = List.of("BTC-USD", "ETH-USD", "ADA-EUR");

  private final Random random;
  private final Set<String> whole = new HashSet<>();
  private long trades;

  CoinbaseFeed(long seed) {
    random = new Random(seed);
  }

  /** Another session: the feed gives whole books again. */
  void connect() {
    whole.clear();
  }

  Message next(Instant received) {
    String product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
    int chance = random.nextInt(100);
    if (chance < 5) {
      return message(product, received, "ticker", ",\"price\":\"1\"", new Said.Dropped("REDUNDANT"));
    } else if (chance < 9) {
      return message(product, received, "match", ",\"trade_id\":1,\"side\":\"buy\",\"size\":\"one\",\"price\":\"1\"", new Said.Unusable("NOT_A_NUMBER"));
    } else if (chance < 13 && whole.contains(product)) {
      return message(product, received, "l2update", ",\"changes\":[]", new Said.Dropped("EMPTY"));
    } else if (chance < 45) {
      return trade(product, received);
    }
    return whole.add(product) || chance < 50 ? snapshot(product, received) : update(product, received);
  }

  private Message trade(String product, Instant received) {
    Instant time = received.minusMillis(random.nextInt(500));
    String side = random.nextBoolean() ? "buy" : "sell";
    Said.Trade trade = new Said.Trade(product, time, price(random.nextBoolean()), size(), side, ++trades);
    return message(product, received, "match", ",\"trade_id\":" + trade.id() + ",\"side\":\"" + side + "\",\"size\":\"" + trade.size()
        + "\",\"price\":\"" + trade.price() + "\",\"time\":\"" + time + "\"", trade);
  }

  private Message snapshot(String product, Instant received) {
    List<Level> bids = side("bid");
    List<Level> asks = side("ask");
    List<Level> all = new ArrayList<>(bids.isEmpty() ? List.of(new Level("clear", "bid", null, null, false)) : bids);
    all.addAll(asks.isEmpty() ? List.of(new Level("clear", "ask", null, null, false)) : asks);
    return message(product, received, "snapshot", ",\"bids\":" + pairs(bids) + ",\"asks\":" + pairs(asks), new Said.Book(product, null, all));
  }

  private List<Level> side(String side) {
    Set<String> prices = new HashSet<>();
    List<Level> levels = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String price = price(side.equals("bid"));
      if (prices.add(price)) {
        levels.add(new Level("snapshot", side, price, size(), false));
      }
    }
    return levels;
  }

  private Message update(String product, Instant received) {
    List<Level> levels = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      boolean bid = random.nextBoolean();
      boolean broken = random.nextInt(12) == 0;
      String size = broken ? "a lot" : random.nextInt(3) == 0 ? "0" : size();
      levels.add(new Level("update", bid ? "bid" : "ask", price(bid), size, broken));
    }
    String changes = levels.stream().map(level -> "[\"" + (level.side().equals("bid") ? "buy" : "sell") + "\",\"" + level.price() + "\",\""
        + level.size() + "\"]").collect(Collectors.joining(",", "[", "]"));
    Instant time = received.minusMillis(random.nextInt(500));
    return message(product, received, "l2update", ",\"changes\":" + changes + ",\"time\":\"" + time + "\"", new Said.Book(product, time, levels));
  }

  private static String pairs(List<Level> levels) {
    return levels.stream().map(level -> "[\"" + level.price() + "\",\"" + level.size() + "\"]").collect(Collectors.joining(",", "[", "]"));
  }

  private String price(boolean low) {
    return BigDecimal.valueOf((low ? 9_990 : 10_001) + random.nextInt(10), 2).toPlainString();
  }

  private String size() {
    return BigDecimal.valueOf(1 + random.nextInt(900), 2).toPlainString();
  }

  private static Message message(String product, Instant received, String type, String rest, Said said) {
    return new Message("coinbase", product, received, "{\"type\":\"" + type + "\",\"product_id\":\"" + product + "\"" + rest + "}", said);
  }
}
