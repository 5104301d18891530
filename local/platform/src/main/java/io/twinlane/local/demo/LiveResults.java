package io.twinlane.local.demo;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.GenericRecord;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Computation;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.Silver;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks at ClickHouse and Redis as a user would. */
final class LiveResults {
  private static final int SNAPSHOTS = 3;
  private static final int EXAMPLES = 50;

  private final Catalog catalog;
  private final List<String> lines = new ArrayList<>();
  private final List<Summary.OfComputation> computations = new ArrayList<>();

  LiveResults(Catalog catalog) {
    this.catalog = catalog;
  }

  List<String> lines() {
    return lines;
  }

  List<Summary.OfComputation> computations() {
    return computations;
  }

  /** A few symbols of the latest snapshot. */
  void readClickHouse(ClickHouseConfig config) throws Exception {
    try (Client client = config.open()) {
      String sql = "SELECT source_system, symbol, toString(event_time) AS at, toString(last_price) AS price,"
          + " toString(last_price_unit) AS unit, toString(last_price_state) AS state FROM market_tick_latest WHERE last_price IS NOT NULL"
          + " ORDER BY source_system, symbol LIMIT 1 BY source_system LIMIT " + SNAPSHOTS;
      for (GenericRecord row : client.queryAll(sql)) {
        lines.add("latest " + row.getString("symbol") + " from " + row.getString("source_system") + ": " + row.getString("price") + " "
            + row.getString("unit") + " (" + row.getString("state") + ") at " + row.getString("at") + " UTC");
      }
    }
  }

  /** The keys of every computation: how many there are and how long they still live; one of them whole. */
  void readRedis(String url) {
    RedisClient client = RedisClient.create(RedisURI.create(url));
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      catalog.computations().forEach(computation -> readComputation(connection.sync(), computation));
    } finally {
      client.shutdown();
    }
  }

  /** The figures of one economic series, newest last. */
  void readSilver(LakeConfig lake) {
    Category events = catalog.category("economic_event");
    Map<String, TreeMap<String, String>> series = new TreeMap<>();
    new Silver(lake, catalog).rows(events, row -> {
      Object value = row.values[events.indexOf("value")];
      String name = row.values[events.indexOf("release")] + " " + row.values[events.indexOf("subject")] + " "
          + row.values[events.indexOf("field")];
      String date = Instant.EPOCH.plus((Long) row.values[events.timestampIndex()], ChronoUnit.MICROS).toString().substring(0, 10);
      if (value != null) {
        series.computeIfAbsent(name, unused -> new TreeMap<>())
            .put(date, ((BigDecimal) value).stripTrailingZeros().toPlainString() + " " + row.units[events.indexOf("value")]);
      }
    });
    series.entrySet().stream().max(Comparator.comparingInt(entry -> entry.getValue().size()))
        .ifPresent(entry -> lines.add("series " + entry.getKey() + ": " + entry.getValue()));
  }

  private void readComputation(RedisCommands<String, String> redis, Computation computation) {
    TreeSet<String> keys = new TreeSet<>(); // a scan may bring a key twice
    ScanIterator.scan(redis, ScanArgs.Builder.matches(computation.keyPrefix() + "*").limit(500)).forEachRemaining(keys::add);
    LongSummaryStatistics ttl = keys.stream().mapToLong(redis::ttl).summaryStatistics();
    computations.add(new Summary.OfComputation(computation.team(), computation.name(), keys.size(),
        keys.isEmpty() ? new Summary.Range(0, 0) : new Summary.Range(ttl.getMin(), ttl.getMax())));
    keys.stream().limit(EXAMPLES).map(key -> Map.entry(key, new TreeMap<>(redis.hgetall(key))))
        .max(Comparator.comparingInt(entry -> entry.getValue().size())) // the fullest says most
        .ifPresent(entry -> lines.add("redis " + entry.getKey() + " (expires in " + redis.ttl(entry.getKey()) + " s): " + entry.getValue()));
  }
}
