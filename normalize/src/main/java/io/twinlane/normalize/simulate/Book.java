package io.twinlane.normalize.simulate;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** The order book of one product, moved by chance: prices in ticks, sizes in 10^-8, best price first. It never crosses. */
final class Book {
  private final Product product;
  private final Random random;
  private final NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<Long, Long> asks = new TreeMap<>();
  private final int levels;
  private int trend;

  Book(Product product, int levels, Random random) {
    this.product = product;
    this.levels = levels;
    this.random = random;
    long bid = product.firstPrice();
    long ask = bid + 1 + random.nextInt(2 * product.step());
    for (int i = 0; i < levels; i++) {
      bids.put(bid, size());
      asks.put(ask, size());
      bid -= 1 + random.nextInt(3 * product.step());
      ask += 1 + random.nextInt(3 * product.step());
    }
  }

  NavigableMap<Long, Long> side(boolean bid) {
    return bid ? bids : asks;
  }

  /** One change of one level: {@code {side, price, size}} as the feed writes it; a size of 0 takes the level away. */
  String[] change() {
    boolean bid = random.nextBoolean();
    NavigableMap<Long, Long> side = side(bid);
    boolean remove = side.size() > levels / 2 + 1 && random.nextInt(100) < 25;
    long price = remove || random.nextInt(100) < 60 ? existing(side) : newPrice(bid);
    return set(bid, price, remove ? 0 : size());
  }

  /** The size of the next trade at the best price of a side, never more than stands there. */
  long tradeSize(boolean bid) {
    long standing = side(bid).firstEntry().getValue();
    return random.nextInt(100) < 35 ? standing : Math.max(1000, standing / (2 + random.nextInt(8)) / 1000 * 1000);
  }

  /** Which side's resting order the next trade takes; runs of one side make the price move. */
  boolean takesBid() {
    if (random.nextInt(20) == 0) {
      trend = random.nextInt(41) - 20;
    }
    return random.nextInt(100) < 50 - trend;
  }

  /** Takes a traded size off the best level, and puts fresh orders behind when the side runs short. */
  String[] traded(boolean bid, long size) {
    long price = side(bid).firstKey();
    String[] change = set(bid, price, Math.max(0, side(bid).get(price) - size));
    if (side(bid).size() < levels / 2) {
      side(bid).put(newPrice(bid), size());
    }
    return change;
  }

  String price(long ticks) {
    return BigDecimal.valueOf(ticks, product.scale()).toPlainString();
  }

  static String size(long units) {
    return units == 0 ? "0" : BigDecimal.valueOf(units, 8).stripTrailingZeros().toPlainString();
  }

  private String[] set(boolean bid, long price, long size) {
    if (size == 0) {
      side(bid).remove(price);
    } else {
      side(bid).put(price, size);
    }
    return new String[] {bid ? "buy" : "sell", price(price), size(size)};
  }

  private long existing(NavigableMap<Long, Long> side) {
    int place = Math.min(random.nextInt(20), random.nextInt(20));
    return side.keySet().stream().skip(Math.min(place, side.size() - 1)).findFirst().orElseThrow();
  }

  /** Inside the spread where there is room, else among the levels behind the best. */
  private long newPrice(boolean bid) {
    long spread = asks.firstKey() - bids.firstKey();
    long best = side(bid).firstKey();
    long away = spread > 1 && random.nextInt(100) < 40
        ? -1 - random.nextInt((int) Math.min(spread - 1, product.step())) : random.nextInt(30 * product.step());
    return bid ? Math.max(1, best - away) : best + away;
  }

  private long size() {
    return Math.max(1000, product.typicalSize() / 100 * (1 + random.nextInt(400)) / 1000 * 1000);
  }
}
