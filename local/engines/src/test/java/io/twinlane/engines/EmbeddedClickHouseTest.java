package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClickHouseTest {
  @TempDir static Path dir;
  private static EmbeddedClickHouse server;
  private static ClickHouseQuery admin;
  private static ClickHouseQuery analyst;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedClickHouse.start(dir, 0, 0);
    admin = ClickHouseQuery.by("default", server);
    analyst = ClickHouseQuery.by("analyst", server);
    assertThat(admin.run("CREATE DATABASE realtime")).isEmpty();
  }

  @AfterAll
  static void stop() {
    server.close();
    assertThat(server.ping()).isFalse();
  }

  @Test
  void exact_decimals_and_microseconds_go_in_and_come_out() throws Exception {
    admin.run("CREATE TABLE realtime.exact (price Decimal(38, 18), time DateTime64(6, 'UTC')) ENGINE = MergeTree ORDER BY time");
    admin.run("INSERT INTO realtime.exact VALUES ('12345678901234567890.123456789012345678', '2026-11-22 09:30:00.123456')");
    assertThat(admin.run("SELECT * FROM realtime.exact"))
        .isEqualTo("12345678901234567890.123456789012345678\t2026-11-22 09:30:00.123456");
  }

  @Test
  void a_reader_never_sees_a_row_beside_its_replacement_even_in_another_partition() throws Exception {
    admin.run("CREATE TABLE realtime.replaced (id Int32, version Int32, day Date) ENGINE = ReplacingMergeTree(version)"
        + " PARTITION BY day ORDER BY id");
    admin.run("INSERT INTO realtime.replaced VALUES (1, 1, '2026-11-21')");
    admin.run("INSERT INTO realtime.replaced VALUES (1, 2, '2026-11-22')");
    assertThat(admin.run("SELECT id, version FROM realtime.replaced")).isEqualTo("1\t2");
    assertThat(analyst.run("SELECT count() FROM realtime.replaced")).isEqualTo("1");
    assertThat(admin.run("SELECT count() FROM realtime.replaced SETTINGS final = 0")).isEqualTo("2");
  }

  @Test
  void an_analyst_reads_but_neither_writes_nor_lifts_the_limits() throws Exception {
    assertThat(analyst.run("SELECT currentUser(), getSetting('max_memory_usage')")).isEqualTo("analyst\t500000000");
    assertThat(analyst.run("CREATE TABLE realtime.mine (id Int32) ENGINE = Memory")).contains("Not enough privileges");
    assertThat(analyst.run("SELECT 1 SETTINGS max_memory_usage = 600000000")).contains("max_memory_usage shouldn't be greater than");
    assertThat(analyst.run("SELECT 1 SETTINGS max_execution_time = 0")).contains("max_execution_time shouldn't be less than 1");
    assertThat(analyst.run("SELECT quota_name FROM system.quota_usage")).isEqualTo("analyst");
  }

  @Test
  void times_are_utc_whatever_the_machine_says() throws Exception {
    assertThat(admin.run("SELECT timezone(), toDateTime(0)")).isEqualTo("UTC\t1970-01-01 00:00:00");
  }

  @Test
  void a_query_beyond_the_memory_is_refused_and_the_server_lives_on() throws Exception {
    assertThat(admin.run("SELECT length(groupArray(number)) FROM numbers(1000000000)")).contains("MEMORY_LIMIT_EXCEEDED");
    assertThat(admin.run("SELECT 1")).isEqualTo("1");
  }

  @Test
  void a_mutation_gets_done_in_spite_of_the_small_pools() throws Exception {
    admin.run("CREATE TABLE realtime.mutated (id Int32, value Int32) ENGINE = MergeTree ORDER BY id");
    admin.run("INSERT INTO realtime.mutated VALUES (1, 1)");
    admin.run("ALTER TABLE realtime.mutated UPDATE value = 2 WHERE 1");
    Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
        assertThat(admin.run("SELECT value FROM realtime.mutated")).isEqualTo("2"));
  }

  @Test
  void the_query_page_for_a_browser_is_there() throws Exception {
    HttpResponse<String> page = Browser.get(server.httpUrl() + "/play");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<html");
  }

  @Test
  void queries_are_logged_within_seconds() throws Exception {
    admin.run("SELECT 'a query to be found'");
    Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
        admin.run("SELECT count() > 0 FROM system.query_log WHERE query LIKE '%query to be' || ' found%'")).isEqualTo("1"));
  }

  @Test
  void requests_that_are_no_http_and_broken_native_greetings_do_not_bring_it_down() throws Exception {
    for (int port : new int[] {server.httpPort(), server.tcpPort()}) {
      try (Socket socket = new Socket(Ports.HOST, port)) {
        socket.getOutputStream().write("\u0000\u0001not a request\r\n\r\nPOST / HTTP/9.9\r\n".getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(admin.run("INSERT INTO no_such.table FORMAT JSONEachRow {\"broken")).contains("UNKNOWN_DATABASE");
    assertThat(admin.run("SELECT * FROM format(JSONEachRow, 'x Int32', '{\"x\":')")).contains("Exception");
    assertThat(server.ping()).isTrue();
  }

  @Test
  void the_native_protocol_answers_and_tells_a_browser_so() throws Exception {
    try (Socket socket = new Socket(Ports.HOST, server.tcpPort())) {
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("clickhouse-client");
    }
  }
}
