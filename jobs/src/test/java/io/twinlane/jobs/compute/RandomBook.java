package io.twinlane.jobs.compute;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One product's order book, moved by chance: messages as Coinbase words them, some of them broken, and what the book is after each. */
final class RandomBook {
  final NavigableMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
  final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
  private final String product;
  private final Random random;
  private boolean seen;

  RandomBook(String product, Random random) {
    this.product = product;
    this.random = random;
  }

  /** Whether the book was given whole; until then there is nothing to see. */
  boolean seen() {
    return seen;
  }

  String next() {
    int chance = seen ? random.nextInt(100) : random.nextInt(30);
    if (chance < 9) {
      return snapshot(1 + random.nextInt(4), 1 + random.nextInt(4));
    } else if (chance < 12) {
      return snapshot(1 + random.nextInt(3), 0);
    } else if (chance < 15) {
      return snapshot(0, 1 + random.nextInt(3));
    } else if (chance < 18) {
      return snapshot(0, 0);
    }
    return chance < 26 ? broken() : update();
  }

  /** A message that says nothing of the book, and must leave it as it is. */
  private String broken() {
    return switch (random.nextInt(5)) {
      case 0 -> message("l2update", "");
      case 1 -> message("l2update", ",\"changes\":null");
      case 2 -> message("l2update", ",\"changes\":[[\"buy\",\"none\",\"1\"],[\"sell\",\"101\"]]");
      case 3 -> message("snapshot", ",\"bids\":[[\"100\",\"1\"]]");
      default -> message("l2update", ",\"changes\":[]");
    };
  }

  private String snapshot(int bidLevels, int askLevels) {
    seen = true;
    bids.clear();
    asks.clear();
    return message("snapshot", ",\"bids\":" + side(true, bidLevels) + ",\"asks\":" + side(false, askLevels));
  }

  private String side(boolean bid, int levels) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      BigDecimal price = price(bid);
      BigDecimal size = BigDecimal.valueOf(1 + random.nextInt(900), 2);
      set(bid, price, size);
      texts.add("[\"" + price + "\",\"" + size + "\"]");
    }
    return list(texts);
  }

  /** One to six levels, deletions and bad ones among them. */
  private String update() {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      boolean bid = random.nextBoolean();
      BigDecimal price = random.nextInt(3) == 0 && !side(bid).isEmpty() ? side(bid).firstKey() : price(bid);
      if (random.nextInt(12) == 0) {
        texts.add("[\"" + (bid ? "buy" : "sell") + "\",\"" + price + "\",\"a lot\"]");
        continue;
      }
      BigDecimal size = random.nextInt(3) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(1 + random.nextInt(900), 2);
      set(bid, price, size);
      texts.add("[\"" + (bid ? "buy" : "sell") + "\",\"" + price + "\",\"" + size + "\"]");
    }
    return message("l2update", ",\"changes\":" + list(texts));
  }

  private void set(boolean bid, BigDecimal price, BigDecimal size) {
    if (!seen) {
      return;
    }
    if (size.signum() == 0) {
      side(bid).remove(price);
    } else {
      side(bid).put(price, size);
    }
  }

  private NavigableMap<BigDecimal, BigDecimal> side(boolean bid) {
    return bid ? bids : asks;
  }

  private BigDecimal price(boolean bid) {
    return BigDecimal.valueOf((bid ? 9_990 : 10_001) + random.nextInt(10), 2);
  }

  private String message(String type, String rest) {
    return "{\"type\":\"" + type + "\",\"product_id\":\"" + product + "\"" + rest + "}";
  }

  private static String list(List<String> texts) {
    return texts.stream().collect(Collectors.joining(",", "[", "]"));
  }
}
