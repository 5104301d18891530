package io.twinlane.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis refuses some keys and takes the others. */
class RefusedKeysTest {
  private static final String COLUMNS = "id BIGINT, n BIGINT, PRIMARY KEY (id) NOT ENFORCED";
  @TempDir private Path folder;
  private SqlOnRedis sql;

  @BeforeEach
  void start() {
    sql = new SqlOnRedis(folder);
  }

  @AfterEach
  void stop() {
    sql.close();
  }

  @Test
  void a_key_that_the_user_may_not_write_keeps_no_other_from_its_last_value() throws Exception {
    permit("~team:job:[0-4]");
    TableResult job = tenKeys(999, writer());
    job.await(60, TimeUnit.SECONDS);
    for (int key = 0; key < 5; key++) {
      assertThat(sql.hash("team:job:" + key)).as("key " + key).containsEntry("n", String.valueOf(990 + key));
    }
    assertThat(sql.redis().dbsize()).as("permitted keys").isEqualTo(5);
  }

  @Test
  void a_refused_key_is_tried_again_with_its_newest_value() throws Exception {
    permit("~team:job:[0-4]");
    TableResult job = tenKeys(50_000, writer());
    await().until(() -> sql.redis().dbsize() == 5 && Long.parseLong(sql.redis().hget("team:job:4", "n")) > 500);
    permit("~*");
    await().until(() -> sql.redis().exists("team:job:7") == 1);
    assertThat(Long.parseLong(sql.redis().hget("team:job:7", "n"))).as("its newest value").isGreaterThan(500);
    job.getJobClient().orElseThrow().cancel().get();
  }

  @Test
  void a_redis_without_memory_takes_the_newest_values_when_it_has_some_again() throws Exception {
    RedisCommands<String, String> redis = sql.redis();
    redis.configSet("maxmemory", "1");
    TableResult job = tenKeys(50_000);
    await().until(() -> redis.info("commandstats").contains("cmdstat_evalsha"));
    assertThat(redis.dbsize()).as("keys that a full Redis took").isZero();
    redis.configSet("maxmemory", "0");
    await().until(() -> redis.dbsize() == 10);
    job.getJobClient().orElseThrow().cancel().get();
  }

  @Test
  void a_value_too_large_for_redis_keeps_no_other_back() throws Exception {
    sql.redis().configSet("proto-max-bulk-len", "1048576");
    TableResult job = sql.sessionWithHashes("id INT, text STRING, PRIMARY KEY (id) NOT ENFORCED").executeSql("INSERT INTO hashes "
        + "SELECT id, CASE WHEN id = 3 THEN REPEAT('x', 2000000) ELSE 'small' END FROM (VALUES (0), (1), (2), (3), (4), (5), (6)) AS t (id)");
    job.await(60, TimeUnit.SECONDS);
    assertThat(sql.redis().keys("*")).as("all but the third").containsExactlyInAnyOrder(
        "team:job:0", "team:job:1", "team:job:2", "team:job:4", "team:job:5", "team:job:6");
  }

  private TableResult tenKeys(int last, String... options) {
    StreamTableEnvironment session = sql.sessionWithHashes(COLUMNS, options);
    session.executeSql("CREATE TABLE numbers (n BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '500', "
        + "'fields.n.kind' = 'sequence', 'fields.n.start' = '0', 'fields.n.end' = '" + last + "')");
    return session.executeSql("INSERT INTO hashes SELECT MOD(n, 10), n FROM numbers");
  }

  private String[] writer() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "secret\n");
    return new String[] {"'username' = 'writer'", "'password' = '${file:" + password + "}'"};
  }

  /** The user {@code writer} may write these keys. */
  private void permit(String keys) {
    CommandArgs<String, String> user = new CommandArgs<>(StringCodec.UTF8).add("SETUSER").add("writer").add("reset").add("on").add(">secret")
        .add("+@all").add(keys);
    sql.redis().dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8), user);
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
  }
}
