package io.twinlane.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.twinlane.engines.EmbeddedRedis;
import io.twinlane.types.CatchUpMark.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.types.RowKind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One subtask and a real Redis: what a checkpoint holds of keys, and what is held back. */
class RedisWriterTest {
  private static final int KEYS = 40;
  @TempDir private static Path folder;
  private static EmbeddedRedis server;
  private static RedisClient client;
  private static RedisCommands<String, String> redis;

  @BeforeAll
  static void start() {
    server = EmbeddedRedis.start(folder, 0);
    client = RedisClient.create(server.url());
    redis = client.connect().sync();
  }

  @AfterAll
  static void stop() {
    client.shutdown();
    server.close();
  }

  @BeforeEach
  void empty() {
    redis.flushall();
    redis.configResetstat();
  }

  @AfterEach
  void goOn() throws Exception {
    signal("CONT");
  }

  @Test
  void a_checkpoint_does_not_wait_for_a_redis_that_hangs_and_what_it_holds_is_written_at_another_parallelism() throws Exception {
    OperatorSubtaskState state;
    try (OneWriter writer = new OneWriter(server.url(), 0)) {
      signal("STOP");
      writeAll(writer, "new");
      long begun = System.nanoTime();
      state = writer.checkpoint();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("wait of the checkpoint").isLessThan(Duration.ofSeconds(4));
    }
    signal("CONT");
    redis.flushall();
    assertRestored(state, "new");
  }

  @Test
  void what_lives_is_written_again_after_a_restart_at_another_parallelism_when_redis_is_empty_and_what_was_deleted_is_not() throws Exception {
    OperatorSubtaskState state;
    try (OneWriter writer = new OneWriter(server.url(), 0)) {
      writeAll(writer, "there");
      writer.write("gone", "x");
      writer.until("all written", () -> redis.dbsize() == KEYS + 1);
      writer.write(RowKind.DELETE, "gone", "x", System.currentTimeMillis());
      writer.until("one deleted", () -> redis.dbsize() == KEYS);
      state = writer.checkpoint();
    }
    redis.flushall();
    assertRestored(state, "there");
    assertThat(redis.pttl("team:job:7")).as("time to live, counted from the first write").isBetween(1L, OneWriter.TTL.toMillis() - 100);
  }

  @Test
  void until_the_inputs_have_caught_up_nothing_is_written_and_then_the_newest_value_of_each_key() throws Exception {
    redis.hset("team:job:a", "text", "before");
    redis.hset("team:job:b", "text", "before");
    try (OneWriter writer = new OneWriter(server.url(), 1)) {
      writer.mark(Kind.AWAITED, 0);
      writer.mark(Kind.READY, 1);
      writer.write("a", "old");
      writer.write("b", "old");
      writer.checkpoint();
      writer.write("a", "newest");
      writer.write(RowKind.DELETE, "b", "old", System.currentTimeMillis());
      writer.mark(Kind.PASSED, 0);
      assertThat(redis.hget("team:job:a", "text")).as("before the barrier").isEqualTo("before");
      writer.checkpoint();
      writer.until("newest value", () -> "newest".equals(redis.hget("team:job:a", "text")));
      assertThat(redis.exists("team:job:b")).as("deleted since").isZero();
    }
    assertThat(redis.info("commandstats")).as("one write").contains("cmdstat_evalsha:calls=1,");
  }

  @Test
  void nothing_waits_where_the_inputs_held_nothing() throws Exception {
    try (OneWriter writer = new OneWriter(server.url(), 1)) {
      writer.write("a", "first");
      writer.mark(Kind.READY, 1);
      writer.until("written without a barrier", () -> redis.exists("team:job:a") == 1);
    }
  }

  @Test
  void a_redis_that_is_away_makes_rows_wait_when_the_memory_is_full_and_no_key_is_lost() throws Exception {
    AtomicInteger taken = new AtomicInteger();
    signal("STOP");
    Thread task = new Thread(() -> writeMany(taken));
    task.start();
    Awaitility.await("the writer takes no more").atMost(Duration.ofSeconds(30))
        .until(() -> taken.get() > 0 && task.getState() == Thread.State.TIMED_WAITING);
    assertThat(taken.get()).as("rows of some 700 bytes in 100 kB").isBetween(50, 200);
    signal("CONT");
    task.join(Duration.ofSeconds(60).toMillis());
    assertThat(redis.dbsize()).as("keys").isEqualTo(3_000);
  }

  private static void writeMany(AtomicInteger taken) {
    try (OneWriter writer = new OneWriter(server.url(), 100_000, 0, null, 1, 1, 0)) {
      for (int i = 0; i < 3_000; i++) {
        writer.write(String.valueOf(i), "x".repeat(150));
        taken.incrementAndGet();
      }
      writer.finish();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertRestored(OperatorSubtaskState state, String text) throws Exception {
    for (int subtask = 0; subtask < 3; subtask++) {
      try (OneWriter writer = new OneWriter(server.url(), 1 << 20, 0, state, 1, 3, subtask)) {
        long before = redis.dbsize();
        writer.until("keys of subtask " + subtask, () -> redis.dbsize() > before);
        writer.finish();
      }
    }
    assertThat(redis.dbsize()).as("keys").isEqualTo(KEYS);
    assertThat(redis.hget("team:job:7", "text")).as("value").isEqualTo(text);
  }

  private static void writeAll(OneWriter writer, String text) throws Exception {
    for (int i = 0; i < KEYS; i++) {
      writer.write(String.valueOf(i), text);
    }
  }

  private static void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid())).start().waitFor();
  }
}
