package io.twinlane.local.days;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What teams find in Redis. */
final class Results implements AutoCloseable {
  /** Columns that nothing here works out, or that the key says. */
  private static final List<String> LEFT_OUT =
      List.of("symbol", "minute", "source_system", "vwap", "imbalance", "price_unit", "size_unit");

  private final RedisClient client;
  private final RedisCommands<String, String> redis;
  private final NeverOlder watch;

  Results(String url) {
    client = RedisClient.create(url);
    redis = client.connect().sync();
    watch = new NeverOlder(client.connect().async());
  }

  /** Every hash of a computation by its key. */
  Map<String, Map<String, String>> of(String computation) {
    Map<String, Map<String, String>> hashes = new TreeMap<>();
    redis.keys("research:" + computation + ":*").forEach(key -> {
      Map<String, String> hash = new TreeMap<>(redis.hgetall(key));
      hash.keySet().removeAll(LEFT_OUT);
      hashes.put(key, hash);
    });
    return hashes;
  }

  /** No key has shown anything older than before, whenever it was looked at. */
  void assertNeverOlder(int day) {
    watch.assertSoFar(day);
  }

  @Override
  public void close() {
    watch.close();
    client.shutdown();
  }
}
