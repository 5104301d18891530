package io.twinlane.normalize.simulate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes messages as the Coinbase Exchange websocket feed words them, key for key. */
final class Feed {
  private final Random random;

  Feed(Random random) {
    this.random = random;
  }

  String subscriptions(List<Product> products) {
    String ids = products.stream().map(p -> "\"" + p.id() + "\"").collect(Collectors.joining(","));
    return "{\"type\":\"subscriptions\",\"channels\":[" + List.of("level2", "matches", "ticker", "heartbeat").stream()
        .map(name -> "{\"name\":\"" + name + "\",\"product_ids\":[" + ids + "]}").collect(Collectors.joining(",")) + "]}";
  }

  String snapshot(Market market) {
    return "{\"type\":\"snapshot\",\"product_id\":\"" + market.id() + "\",\"asks\":" + levels(market.book, false) + ",\"bids\":"
        + levels(market.book, true) + "}";
  }

  private static String levels(Book book, boolean bid) {
    NavigableMap<Long, Long> side = book.side(bid);
    return side.entrySet().stream().map((Map.Entry<Long, Long> level) ->
        "[\"" + book.price(level.getKey()) + "\",\"" + Book.size(level.getValue()) + "\"]").collect(Collectors.joining(",", "[", "]"));
  }

  String update(Market market, List<String[]> changes, String time) {
    return "{\"type\":\"l2update\",\"product_id\":\"" + market.id() + "\",\"changes\":" + changes.stream()
        .map(c -> "[\"" + c[0] + "\",\"" + c[1] + "\",\"" + c[2] + "\"]").collect(Collectors.joining(",", "[", "]"))
        + ",\"time\":\"" + time + "\"}";
  }

  String match(String type, Market market, String time) {
    return "{\"type\":\"" + type + "\",\"trade_id\":" + market.tradeId + ",\"maker_order_id\":\"" + order() + "\",\"taker_order_id\":\""
        + order() + "\",\"side\":\"" + (market.lastBid ? "buy" : "sell") + "\",\"size\":\"" + Book.size(market.lastSize) + "\",\"price\":\""
        + market.book.price(market.lastPrice) + "\",\"product_id\":\"" + market.id() + "\",\"sequence\":" + market.sequence + ",\"time\":\""
        + time + "\"}";
  }

  String ticker(Market market, String time) {
    Book book = market.book;
    return "{\"type\":\"ticker\",\"sequence\":" + market.sequence + ",\"product_id\":\"" + market.id() + "\",\"price\":\""
        + book.price(market.lastPrice) + "\",\"open_24h\":\"" + book.price(market.firstPrice()) + "\",\"volume_24h\":\""
        + Book.size(market.volume) + "\",\"low_24h\":\"" + book.price(market.low) + "\",\"high_24h\":\"" + book.price(market.high)
        + "\",\"volume_30d\":\"" + Book.size(market.volume * 30) + "\",\"best_bid\":\"" + book.price(book.side(true).firstKey())
        + "\",\"best_ask\":\"" + book.price(book.side(false).firstKey()) + "\",\"side\":\"" + (market.lastBid ? "sell" : "buy")
        + "\",\"time\":\"" + time + "\",\"trade_id\":" + market.tradeId + ",\"last_size\":\"" + Book.size(market.lastSize) + "\"}";
  }

  String heartbeat(Market market, String time) {
    return "{\"type\":\"heartbeat\",\"last_trade_id\":" + market.tradeId + ",\"product_id\":\"" + market.id() + "\",\"sequence\":"
        + market.sequence + ",\"time\":\"" + time + "\"}";
  }

  private String order() {
    byte[] seed = Long.toString(random.nextLong()).getBytes(StandardCharsets.US_ASCII);
    return UUID.nameUUIDFromBytes(seed).toString();
  }
}
