package io.twinlane.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQL writes results, a Redis client reads them. */
class RedisTableTest {
  private static final String ID_AND_TEXT = "id STRING, text STRING, PRIMARY KEY (id) NOT ENFORCED";
  @TempDir private static Path folder;
  private static SqlOnRedis sql;

  @BeforeAll
  static void start() {
    sql = new SqlOnRedis(folder);
  }

  @AfterAll
  static void stop() {
    sql.close();
  }

  @BeforeEach
  void empty() {
    sql.redis().flushall();
  }

  @Test
  void every_type_reads_as_plain_text() throws Exception {
    StreamTableEnvironment session = sql.sessionWithHashes("id STRING, truth BOOLEAN, small TINYINT, big BIGINT, price DECIMAL(24, 12), "
        + "round_number DECIMAL(24, 12), nothing DECIMAL(24, 12), ratio DOUBLE, at_time TIMESTAMP_LTZ(6), whole_second TIMESTAMP_LTZ(6), "
        + "plain_time TIMESTAMP(3), on_day DATE, at_clock TIME, letters CHAR(3), PRIMARY KEY (id) NOT ENFORCED");
    SqlOnRedis.finish(session.executeSql("INSERT INTO hashes VALUES ('ü€𝄞', true, CAST(-5 AS TINYINT), 9223372036854775807, "
        + "0.000013060000, -1200.0, 0.0, 1.0E-7, TO_TIMESTAMP_LTZ('2026-11-22 09:30:00.000001', 'yyyy-MM-dd HH:mm:ss.SSSSSS', 'UTC'), "
        + "TO_TIMESTAMP_LTZ(1795339800, 0), TIMESTAMP '1969-12-31 23:59:59.500', DATE '2026-02-28', TIME '23:59:58', 'abc')"));
    assertThat(sql.hash("team:job:ü€𝄞")).as("fields of the hash").isEqualTo(Map.ofEntries(
        Map.entry("id", "ü€𝄞"), Map.entry("truth", "true"), Map.entry("small", "-5"), Map.entry("big", "9223372036854775807"),
        Map.entry("price", "0.00001306"), Map.entry("round_number", "-1200"), Map.entry("nothing", "0"), Map.entry("ratio", "0.0000001"),
        Map.entry("at_time", "2026-11-22T09:30:00.000001Z"), Map.entry("whole_second", "2026-11-22T09:30:00Z"),
        Map.entry("plain_time", "1969-12-31T23:59:59.500Z"), Map.entry("on_day", "2026-02-28"), Map.entry("at_clock", "23:59:58"),
        Map.entry("letters", "abc")));
  }

  @Test
  void a_value_that_is_null_now_leaves_no_old_field_behind() throws Exception {
    StreamTableEnvironment session = sql.sessionWithHashes(ID_AND_TEXT);
    SqlOnRedis.finish(session.executeSql("INSERT INTO hashes VALUES ('a', 'old')"));
    SqlOnRedis.finish(session.executeSql("INSERT INTO hashes VALUES ('a', CAST(NULL AS STRING))"));
    assertThat(sql.hash("team:job:a")).as("the hash after null").containsExactly(Map.entry("id", "a"));
  }

  @Test
  void a_column_of_an_earlier_query_goes_with_the_next_write() throws Exception {
    sql.redis().hset("team:job:a", Map.of("id", "a", "gone", "1", "text", "old"));
    SqlOnRedis.finish(sql.sessionWithHashes(ID_AND_TEXT).executeSql("INSERT INTO hashes VALUES ('a', 'new')"));
    assertThat(sql.hash("team:job:a")).as("the hash").isEqualTo(Map.of("id", "a", "text", "new"));
  }

  @Test
  void a_key_that_holds_another_type_is_replaced() throws Exception {
    sql.redis().set("team:job:a", "a plain text");
    SqlOnRedis.finish(sql.sessionWithHashes(ID_AND_TEXT).executeSql("INSERT INTO hashes VALUES ('a', 'new')"));
    assertThat(sql.hash("team:job:a")).as("the hash").isEqualTo(Map.of("id", "a", "text", "new"));
  }

  @Test
  void a_key_expires_after_its_ttl_counted_from_the_last_write() throws Exception {
    StreamTableEnvironment session = sql.sessionWithHashes(ID_AND_TEXT);
    SqlOnRedis.finish(session.executeSql("INSERT INTO hashes VALUES ('a', 'x')"));
    assertThat(sql.redis().pttl("team:job:a")).as("ttl after the first write").isBetween(50_000L, 60_000L);
    sql.redis().pexpire("team:job:a", 5_000);
    SqlOnRedis.finish(session.executeSql("INSERT INTO hashes VALUES ('a', 'x')"));
    assertThat(sql.redis().pttl("team:job:a")).as("ttl after the second write").isBetween(50_000L, 60_000L);
  }

  @Test
  void the_key_is_the_primary_key_in_its_order_and_no_value_can_break_out_of_its_part() throws Exception {
    StreamTableEnvironment session = sql.sessionWithHashes(
        "b STRING NOT NULL, n INT NOT NULL, a STRING NOT NULL, PRIMARY KEY (a, b) NOT ENFORCED");
    SqlOnRedis.finish(session.executeSql("INSERT INTO hashes VALUES ('c', 1, 'a:b'), ('b:c', 2, 'a'), ('c', 3, 'a%3Ab')"));
    assertThat(sql.redis().keys("*")).as("keys").containsExactlyInAnyOrder("team:job:a%3Ab:c", "team:job:a:b:c", "team:job:a%253Ab:c");
    assertThat(sql.hash("team:job:a:b:c")).as("the hash keeps the values as they are").containsEntry("a", "a").containsEntry("b", "b:c");
  }

  @Test
  void updates_replace_and_deletes_remove() throws Exception {
    StreamTableEnvironment session = sql.sessionWithHashes(ID_AND_TEXT);
    sql.redis().hset("team:job:other", "id", "other");
    SqlOnRedis.finish(SqlOnRedis.changes(session, Row.ofKind(RowKind.INSERT, "a", "1"), Row.ofKind(RowKind.INSERT, "b", "1"),
        Row.ofKind(RowKind.UPDATE_AFTER, "a", "2"), Row.ofKind(RowKind.DELETE, "b", "1"), Row.ofKind(RowKind.INSERT, "c", "1"),
        Row.ofKind(RowKind.DELETE, "c", "1"), Row.ofKind(RowKind.INSERT, "c", "2")).insertInto("hashes").execute());
    assertThat(sql.redis().keys("*")).as("keys").containsExactlyInAnyOrder("team:job:a", "team:job:c", "team:job:other");
    assertThat(sql.hash("team:job:a")).as("updated").containsEntry("text", "2");
    assertThat(sql.hash("team:job:c")).as("deleted, then there again").containsEntry("text", "2");
  }

  @Test
  void many_updates_of_few_keys_end_with_the_last_of_each() throws Exception {
    StreamTableEnvironment session = sql.sessionWithHashes("id BIGINT, n BIGINT, PRIMARY KEY (id) NOT ENFORCED");
    session.executeSql("CREATE TABLE numbers (n BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '100000', "
        + "'rows-per-second' = '10000000', 'fields.n.kind' = 'sequence', 'fields.n.start' = '0', 'fields.n.end' = '99999')");
    SqlOnRedis.finish(session.executeSql("INSERT INTO hashes SELECT MOD(n, 100), n FROM numbers"));
    assertThat(sql.redis().keys("*")).as("keys").hasSize(100);
    assertThat(sql.hash("team:job:7")).as("last of key 7").containsEntry("n", "99907");
  }

  @Test
  void a_type_that_has_no_plain_text_is_refused_with_what_is_allowed() {
    StreamTableEnvironment session = sql.sessionWithHashes("id STRING, list ARRAY<INT>, PRIMARY KEY (id) NOT ENFORCED");
    assertThatThrownBy(() -> session.executeSql("INSERT INTO hashes VALUES ('a', ARRAY[1])")).as("array").rootCause()
        .hasMessageStartingWith("Cannot write column list of type ARRAY<INT> to Redis: allowed are STRING");
  }

  @Test
  void a_table_without_a_key_is_refused() {
    StreamTableEnvironment session = sql.sessionWithHashes("id STRING");
    assertThatThrownBy(() -> session.executeSql("INSERT INTO hashes VALUES ('a')")).as("no key").rootCause()
        .hasMessageStartingWith("Cannot create Redis table hashes: it declares no key; add PRIMARY KEY");
  }

  @Test
  void a_password_in_the_url_or_in_the_options_is_refused_and_never_repeated() {
    for (String options : List.of("'url' = 'redis://:hunter2@127.0.0.1:1'", "'url' = 'redis://127.0.0.1:1', 'password' = 'hunter2'")) {
      StreamTableEnvironment session = sql.session();
      session.executeSql("CREATE TABLE hashes (" + ID_AND_TEXT + ") WITH ('connector' = 'twinlane-redis', 'key-prefix' = 'a:b:', "
          + options + ")");
      assertThatThrownBy(() -> session.executeSql("INSERT INTO hashes VALUES ('a', 'b')")).as(options)
          .rootCause().hasMessageContaining("${env:NAME}").message().doesNotContain("hunter2");
    }
  }
}
