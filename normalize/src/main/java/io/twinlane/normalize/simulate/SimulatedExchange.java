package io.twinlane.normalize.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Bulk traffic in the Coinbase Exchange's format with receive times, by chance from a fixed seed: the same seed gives the same bytes. It
 * opens with subscriptions, last matches and snapshots, then goes on at an even pace with book updates, matches, tickers and heartbeats. No
 * market stands behind it, and its products have names of their own, so that nobody takes them for a real one.
 */
public final class SimulatedExchange {
  private static final Instant OPENING = Instant.parse("2026-11-20T14:30:00Z");
  private static final long SECOND = 1_000_000;
  /** The exchange answers the subscriptions of many products one after the other. */
  private static final long BETWEEN_SNAPSHOTS = 150_000;
  private static final List<Product> PRODUCTS = List.of(
      new Product("SIMA-USD", 9_725_012, 2, 90, 12_000_000), new Product("SIMB-USD", 312_051, 2, 6, 90_000_000),
      new Product("SIMC-USD", 18_127, 2, 1, 1_500_000_000L), new Product("SIMA-EUR", 8_990_145, 2, 110, 8_000_000),
      new Product("SIMB-SIMA", 3_208, 5, 1, 60_000_000), new Product("SIMD-USD", 8_412, 2, 1, 900_000_000),
      new Product("SIME-USD", 14_312, 4, 1, 120_000_000_000L), new Product("SIMF-USD", 7_125, 4, 1, 200_000_000_000L),
      new Product("SIMG-USD", 15_871, 5, 1, 900_000_000_000L), new Product("SIMH-USD", 14_320, 3, 3, 4_000_000_000L));

  /** How much traffic: products (at most 10), levels a side of a snapshot, seconds, and events a second, a trade being one event. */
  public record Volume(int products, int levels, int seconds, int eventsPerSecond) {
    /** What the demo plays: some 28,000 category rows in 15 seconds. */
    public static final Volume DEMO = new Volume(10, 50, 15, 760);
  }

  private final Volume volume;
  private final Random random;
  private final Feed feed;
  private final List<Market> markets;
  private long exchangeTime;
  private long lastReceived;
  private int messages;

  private SimulatedExchange(long seed, Volume volume) {
    this.volume = volume;
    this.random = new Random(seed);
    this.feed = new Feed(random);
    this.markets = PRODUCTS.stream().limit(volume.products()).map(p -> new Market(p, volume.levels(), random)).toList();
  }

  /** Writes a recording, a line a message with its receive time; returns the number of messages. */
  public static int write(Path recording, long seed, Volume volume) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(recording, StandardCharsets.UTF_8)) {
      return new SimulatedExchange(seed, volume).play(lines);
    }
  }

  private int play(BufferedWriter lines) throws IOException {
    long opening = ChronoUnit.MICROS.between(Instant.EPOCH, OPENING);
    exchangeTime = opening;
    greet(lines);
    long beat = opening + SECOND;
    long gap = SECOND / volume.eventsPerSecond();
    while (exchangeTime < opening + volume.seconds() * SECOND) {
      exchangeTime += gap / 2 + random.nextInt((int) gap + 1);
      if (exchangeTime >= beat) {
        beat += SECOND;
        for (Market market : markets) {
          write(lines, feed.heartbeat(market, time()));
        }
      }
      event(lines, markets.get(random.nextInt(markets.size())));
    }
    return messages;
  }

  private void greet(BufferedWriter lines) throws IOException {
    write(lines, feed.subscriptions(PRODUCTS.subList(0, markets.size())));
    for (Market market : markets) {
      write(lines, feed.match("last_match", market, time()));
    }
    for (Market market : markets) {
      exchangeTime += BETWEEN_SNAPSHOTS;
      write(lines, feed.snapshot(market));
    }
  }

  /** One trade with its level and ticker, or a change of one to four levels. */
  private void event(BufferedWriter lines, Market market) throws IOException {
    if (random.nextInt(100) < 18) {
      String[] level = market.trade();
      write(lines, feed.match("match", market, time()));
      write(lines, feed.update(market, List.<String[]>of(level), time()));
      write(lines, feed.ticker(market, time()));
      return;
    }
    List<String[]> changes = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      changes.add(market.book.change());
      market.sequence++;
    }
    write(lines, feed.update(market, changes, time()));
  }

  private void write(BufferedWriter lines, String message) throws IOException {
    lastReceived = Math.max(lastReceived + 1, exchangeTime + 9_000 + random.nextInt(12_000));
    lines.write("{\"received\":\"" + text(lastReceived) + "\",\"message\":\"" + message.replace("\"", "\\\"") + "\"}\n");
    messages++;
  }

  private String time() {
    return text(exchangeTime);
  }

  private static String text(long micros) {
    String whole = Instant.EPOCH.plus(micros / SECOND, ChronoUnit.SECONDS).toString();
    return whole.substring(0, whole.length() - 1) + "." + Long.toString(SECOND + micros % SECOND).substring(1) + "Z";
  }
}
