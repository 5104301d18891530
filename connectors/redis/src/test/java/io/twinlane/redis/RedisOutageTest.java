package io.twinlane.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis goes away under a running job. */
class RedisOutageTest {
  private static final int LAST = 5_999;
  private static final int KEYS = 50;
  @TempDir private Path folder;

  @Test
  void redis_killed_and_empty_again_is_written_on_without_a_restart_of_the_job() throws Exception {
    try (SqlOnRedis sql = new SqlOnRedis(folder)) {
      TableResult job = numbersToRedis(sql);
      Awaitility.await("first keys").atMost(Duration.ofSeconds(60)).until(() -> sql.redis().dbsize() == KEYS);
      sql.killRedis();
      sql.startRedisAgain();
      job.await();
      assertThat(sql.redis().dbsize()).as("keys after the outage").isEqualTo(KEYS);
      for (int key = 0; key < KEYS; key++) {
        assertThat(sql.hash("team:job:" + key)).as("last number of key " + key).containsEntry("n", String.valueOf(LAST - KEYS + 1 + key));
      }
      assertThat(job.getJobClient().orElseThrow().getJobStatus().get()).as("job").isEqualTo(JobStatus.FINISHED);
    }
  }

  @Test
  void a_job_that_starts_before_redis_waits_for_it() throws Exception {
    try (SqlOnRedis sql = new SqlOnRedis(folder)) {
      sql.killRedis();
      TableResult job = sql.sessionWithHashes("id INT, PRIMARY KEY (id) NOT ENFORCED").executeSql("INSERT INTO hashes VALUES (1)");
      awaitRunning(job);
      sql.startRedisAgain();
      job.await();
      assertThat(sql.hash("team:job:1")).as("written after Redis came").containsEntry("id", "1");
    }
  }

  @Test
  void a_redis_that_hangs_is_asked_again_over_a_new_connection() throws Exception {
    try (SqlOnRedis sql = new SqlOnRedis(folder)) {
      sql.signalRedis("STOP");
      TableResult job = sql.sessionWithHashes("id INT, PRIMARY KEY (id) NOT ENFORCED", "'timeout' = '300 ms'")
          .executeSql("INSERT INTO hashes VALUES (1)");
      awaitRunning(job);
      sql.signalRedis("CONT");
      job.await();
      assertThat(sql.hash("team:job:1")).as("written after the hang").containsEntry("id", "1");
    }
  }

  @Test
  void a_password_that_is_mended_in_its_file_lets_the_waiting_job_in() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "wrong\n");
    try (SqlOnRedis sql = new SqlOnRedis(folder)) {
      var redis = sql.redis();
      redis.configSet("requirepass", "right");
      TableResult job = sql.sessionWithHashes("id INT, PRIMARY KEY (id) NOT ENFORCED", "'password' = '${file:" + password + "}'")
          .executeSql("INSERT INTO hashes VALUES (1)");
      awaitRunning(job);
      assertThat(redis.dbsize()).as("keys before").isZero();
      Files.writeString(password, "right\n");
      job.await();
      assertThat(redis.hgetall("team:job:1")).as("written after the password was mended").containsEntry("id", "1");
    }
  }

  private static void awaitRunning(TableResult job) {
    Awaitility.await("the job runs").atMost(Duration.ofSeconds(60))
        .until(() -> job.getJobClient().orElseThrow().getJobStatus().get() == JobStatus.RUNNING);
  }

  private static TableResult numbersToRedis(SqlOnRedis sql) {
    StreamTableEnvironment session = sql.sessionWithHashes("id BIGINT, n BIGINT, PRIMARY KEY (id) NOT ENFORCED");
    session.getConfig().set("restart-strategy.type", "none");
    session.executeSql("CREATE TABLE numbers (n BIGINT) WITH ('connector' = 'datagen', 'rows-per-second' = '1000', "
        + "'fields.n.kind' = 'sequence', 'fields.n.start' = '0', 'fields.n.end' = '" + LAST + "')");
    return session.executeSql("INSERT INTO hashes SELECT MOD(n, " + KEYS + "), n FROM numbers");
  }
}
