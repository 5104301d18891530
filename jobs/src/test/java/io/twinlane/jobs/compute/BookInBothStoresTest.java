package io.twinlane.jobs.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import io.lettuce.core.api.sync.RedisCommands;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseSchema;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.jobs.ingest.IngestJob;
import io.twinlane.normalize.CategoryRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long random book: after every message ClickHouse's latest view and Redis show what a book kept the plain way shows, and half of none. */
class BookInBothStoresTest {
  private static final int MESSAGES = 250;
  private static final long SEED = 13;
  /** Products of one partition: what the last row of one brought about is seen when a later row of another one is. */
  private static final List<String> PRODUCTS = Stream.of("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH").map(base -> base + "-USD")
      .filter(symbol -> BuiltInPartitioner.partitionForKey(symbol.getBytes(StandardCharsets.UTF_8), ComputeLab.PARTITIONS) == 0).limit(3).toList();
  private final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir private static Path folder;
  private static ComputeLab lab;
  private static EmbeddedClickHouse server;
  private static Client clickHouse;
  private static RedisCommands<String, String> redis;

  private final Random random = new Random(SEED);
  private final Map<String, RandomBook> books = new TreeMap<>();
  private final BookMessages messages = new BookMessages(lab.catalog, begin);

  @BeforeAll
  static void start() throws Exception {
    lab = new ComputeLab(folder);
    server = EmbeddedClickHouse.start(folder.resolve("clickhouse"), 0, 0);
    ClickHouseConfig tables = ClickHouseConfig.at(server.httpUrl(), lab.catalog.platform().clickhouseDatabase())
        .withBatch(20_000, Duration.ofMillis(1));
    ClickHouseSchema.apply(tables, ClickHouseTables.createStatements(lab.catalog));
    clickHouse = tables.open();
    redis = lab.redis();
    ComputeJob.run(lab.environment(new Configuration()), lab.catalog, lab.computation("book_imbalance"), lab.config());
    IngestJob.run(lab.environment(new Configuration()), lab.catalog, lab.catalog.category("order_book"),
        lab.config().kafka(), tables);
  }

  @AfterAll
  static void stop() {
    clickHouse.close();
    lab.close();
    server.close();
  }

  @Test
  void after_every_message_both_stores_show_the_book_that_it_left_and_never_half_of_it() throws Exception {
    PRODUCTS.forEach(product -> books.put(product, new RandomBook(product, random)));
    for (int i = 0; i < MESSAGES; i++) {
      String product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
      List<CategoryRow> rows = messages.rows(books.get(product).next());
      if (rows.size() > 1 && random.nextInt(4) == 0) {
        rows = writeHalf(product, rows);
      }
      lab.write(rows);
      awaitBoth(product, rows);
      check(product, "after message " + messages.count());
    }
    assertThat(books.values()).as("books that were given whole").allMatch(RandomBook::seen);
  }

  /** The first rows of a message, then a message of another product: when both stores have that one, they have seen the first rows, too. */
  private List<CategoryRow> writeHalf(String product, List<CategoryRow> rows) throws Exception {
    Map<String, String> inRedis = redis.hgetall(key(product));
    List<String> inClickHouse = levels(product);
    String other = PRODUCTS.get((PRODUCTS.indexOf(product) + 1) % PRODUCTS.size());
    int half = 1 + random.nextInt(rows.size() - 1);
    lab.write(rows.subList(0, half));
    List<CategoryRow> others = messages.rows(books.get(other).next());
    lab.write(others);
    awaitBoth(other, others);
    assertThat(redis.hgetall(key(product))).as(product + " in Redis in the middle of a message").isEqualTo(inRedis);
    assertThat(levels(product)).as(product + " in ClickHouse in the middle of a message").isEqualTo(inClickHouse);
    check(other, "between two halves of another product's message");
    return rows.subList(half, rows.size());
  }

  /** Each message has an ingest time of its own; a message without rows, or of a book that nobody saw whole, shows nowhere. */
  private void awaitBoth(String product, List<CategoryRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Instant ingested = Instant.EPOCH.plus(rows.get(0).ingestTime, ChronoUnit.MICROS);
    var patience = Awaitility.await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
    patience.until(() -> texts("SELECT toString(toUnixTimestamp64Micro(argMaxMerge(newest).ingest_time)) FROM order_book_latest_state"
        + " WHERE side = '' AND symbol = '" + product + "'").contains(String.valueOf(rows.get(0).ingestTime)));
    if (books.get(product).seen()) {
      patience.until(() -> ingested.toString().equals(redis.hget(key(product), "ingest_time")));
    }
  }

  private void check(String product, String when) {
    RandomBook book = books.get(product);
    List<String> expected = Stream.concat(shown("bid", book.bids), shown("ask", book.asks)).sorted().toList();
    assertThat(levels(product)).as(product + " in ClickHouse " + when).isEqualTo(expected);
    Map<String, String> hash = redis.hgetall(key(product));
    assertThat(best(hash, "bid")).as(product + "'s best bid in Redis " + when).isEqualTo(best(book.bids));
    assertThat(best(hash, "ask")).as(product + "'s best ask in Redis " + when).isEqualTo(best(book.asks));
  }

  private static String best(Map<String, String> hash, String side) {
    return hash.get(side + "_price") + " " + hash.get(side + "_size");
  }

  private static String best(NavigableMap<BigDecimal, BigDecimal> side) {
    return side.isEmpty() ? "null null" : plain(side.firstKey()) + " " + plain(side.firstEntry().getValue());
  }

  private static Stream<String> shown(String side, Map<BigDecimal, BigDecimal> levels) {
    return levels.entrySet().stream().map(level -> side + " " + plain(level.getKey()) + " " + plain(level.getValue()));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String key(String product) {
    return "research:book_imbalance:coinbase:" + product;
  }

  private static List<String> levels(String product) {
    return texts("SELECT concat(side, ' ', toString(price), ' ', toString(size)) FROM order_book_latest WHERE symbol = '" + product + "'")
        .stream().sorted().toList();
  }

  private static List<String> texts(String sql) {
    return clickHouse.queryAll(sql).stream().map(row -> row.getString(1)).toList();
  }
}
