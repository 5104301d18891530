package io.twinlane.local.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at every key of the teams all the while, through all restarts: none may show what came before that which it has shown. */
final class NeverOlder implements AutoCloseable {
  private static final int EVERY_MILLIS = 200;

  private final RedisAsyncCommands<String, String> redis;
  private final ScheduledExecutorService eyes = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Instant> newest = new LinkedHashMap<>();
  private final Queue<String> wentBack = new ConcurrentLinkedQueue<>();
  private final Future<?> looking;
  private final AtomicLong looks = new AtomicLong();

  NeverOlder(RedisAsyncCommands<String, String> redis) {
    this.redis = redis;
    looking = eyes.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  void assertSoFar(int day) {
    assertThat(looking).as("the watch over Redis on day " + day).isNotDone();
    assertThat(looks.get()).as("looks at Redis until day " + day).isPositive();
    assertThat(wentBack).as("keys in Redis that went back until day " + day).isEmpty();
  }

  private void look() {
    Map<String, RedisFuture<String>> asked = new LinkedHashMap<>();
    redis.keys("research:*").toCompletableFuture().join().forEach(key -> asked.put(key, redis.hget(key, "ingest_time")));
    asked.forEach((key, answer) -> {
      String time = answer.toCompletableFuture().join();
      if (time != null) {
        see(key, Instant.parse(time));
      }
    });
    looks.incrementAndGet();
  }

  private void see(String key, Instant time) {
    Instant before = newest.merge(key, time, (old, now) -> now.isBefore(old) ? old : now);
    if (time.isBefore(before)) {
      wentBack.add(key + " shows " + time + " after " + before);
    }
  }

  /** Waits for the look that is under way: its connection is closed next. */
  @Override
  public void close() {
    eyes.shutdown();
    try {
      boolean unused = eyes.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
