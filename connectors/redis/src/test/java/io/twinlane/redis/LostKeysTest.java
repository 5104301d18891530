package io.twinlane.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis loses keys under a job that has nothing new to say of them. */
class LostKeysTest {
  private static final int KEYS = 20;
  @TempDir private Path folder;
  private SqlOnRedis sql;
  private TableResult job;

  @BeforeEach
  void writeKeysOnce() {
    sql = new SqlOnRedis(folder);
    StreamTableEnvironment session = sql.sessionWithHashes("id BIGINT, n BIGINT, PRIMARY KEY (id) NOT ENFORCED");
    session.executeSql("CREATE TABLE numbers (n BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '100', "
        + "'fields.n.kind' = 'sequence', 'fields.n.start' = '0', 'fields.n.end' = '50000')");
    job = session.executeSql("INSERT INTO hashes SELECT n, n FROM numbers WHERE n < " + KEYS);
    await().until(() -> sql.redis().dbsize() == KEYS);
  }

  @AfterEach
  void stop() throws Exception {
    job.getJobClient().orElseThrow().cancel().get();
    sql.close();
  }

  @Test
  void after_flushall_every_key_is_there_again_with_its_remaining_time() {
    RedisCommands<String, String> redis = sql.redis();
    long expires = System.currentTimeMillis() + redis.pttl("team:job:7");
    await().until(() -> redis.pttl("team:job:7") < 56_000);
    redis.flushall();
    await().until(() -> redis.dbsize() == KEYS);
    assertThat(sql.hash("team:job:7")).as("the hash").containsEntry("n", "7");
    assertThat(System.currentTimeMillis() + redis.pttl("team:job:7")).as("when it expires").isBetween(expires - 1_500, expires + 1_500);
  }

  @Test
  void a_redis_that_comes_back_without_data_has_every_key_again() throws Exception {
    sql.killRedis();
    sql.startRedisAgain();
    await().until(() -> sql.redis().dbsize() == KEYS);
    assertThat(sql.hash("team:job:19")).as("the hash").containsEntry("n", "19");
  }

  @Test
  void a_single_key_that_is_gone_is_there_again() {
    sql.redis().del("team:job:7");
    await().until(() -> sql.redis().exists("team:job:7") == 1);
    assertThat(sql.redis().dbsize()).as("keys").isEqualTo(KEYS);
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
  }
}
