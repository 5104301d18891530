package io.twinlane.normalize.simulate;

import java.util.Random;

/** What the simulated exchange knows of one product: its book, its last trade and the day's figures. */
final class Market {
  private final Product product;
  final Book book;
  long sequence;
  long tradeId;
  long lastPrice;
  long lastSize;
  boolean lastBid;
  long low;
  long high;
  long volume;

  Market(Product product, int levels, Random random) {
    this.product = product;
    this.book = new Book(product, levels, random);
    this.sequence = 1_000_000L + random.nextInt(100_000_000);
    this.tradeId = 100_000L + random.nextInt(1_000_000);
    this.lastBid = random.nextBoolean();
    this.lastPrice = product.firstPrice();
    this.low = lastPrice;
    this.high = lastPrice;
    this.lastSize = book.tradeSize(lastBid);
    this.volume = product.typicalSize() * (5_000L + random.nextInt(5_000));
  }

  String id() {
    return product.id();
  }

  long firstPrice() {
    return product.firstPrice();
  }

  /** Trades at the best price of a side; returns the change of that level. */
  String[] trade() {
    lastBid = book.takesBid();
    lastPrice = book.side(lastBid).firstKey();
    lastSize = book.tradeSize(lastBid);
    low = Math.min(low, lastPrice);
    high = Math.max(high, lastPrice);
    volume += lastSize;
    tradeId++;
    sequence += 3;
    return book.traded(lastBid, lastSize);
  }
}
