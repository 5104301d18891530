package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.SecretReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class ClickHouseConfigTest {
  @Test
  void settings_are_read_and_the_database_is_the_catalogs() {
    ClickHouseConfig config = ClickHouseConfig.from(Configuration.fromMap(Map.of(
        "clickhouse.url", "https://ch:8443", "clickhouse.user", "ingest", "clickhouse.password", "${env:CH}",
        "clickhouse.batch-rows", "10", "clickhouse.batch-bytes", "2 mb", "clickhouse.batch-wait", "50ms")), "realtime");

    assertThat(config).as("config").isEqualTo(
        new ClickHouseConfig("https://ch:8443", "ingest", new SecretReference("${env:CH}"), "realtime",
            new BatchLimits(10, 2 << 20, Duration.ofMillis(50))));
  }

  @Test
  void all_that_is_wrong_is_told_at_once_and_a_password_is_not() {
    Configuration wrong = Configuration.fromMap(Map.of(
        "clickhouse.url", "localhost", "clickhouse.user", " ", "clickhouse.password", "hunter2", "clickhouse.batch-rows", "0",
        "clickhouse.batch-bytes", "1 kb", "clickhouse.batch-wait", "2min"));

    assertThatThrownBy(() -> ClickHouseConfig.from(wrong, "realtime")).as("problems").hasMessage(String.join("\n",
        "Cannot set clickhouse.url to 'localhost': it must be http://host:port or https://host:port: user and password have options of their own.",
        "Cannot set clickhouse.user to ' ': it must be a name that is not empty.",
        "Cannot set clickhouse.password: it must be ${env:NAME} or ${file:PATH}, which says where the password is.",
        "Cannot set clickhouse.batch-rows to '0': it must be a whole number from 1 to 1000000.",
        "Cannot set clickhouse.batch-bytes to '1 kb': it must be an amount of memory from 64 kb to 512 mb.",
        "Cannot set clickhouse.batch-wait to 'PT2M': it must be a time from 1 ms to 1 min."));
  }

  @Test
  void the_password_is_read_when_a_client_is_opened() {
    ClickHouseConfig config = ClickHouseConfig.from(Configuration.fromMap(Map.of(
        "clickhouse.url", "https://ch:8443", "clickhouse.password", "${env:NO_SUCH_NAME}")), "realtime");

    assertThatThrownBy(config::open).as("opened without the variable")
        .hasMessage("Cannot read the secret ${env:NO_SUCH_NAME}: the environment has no variable NO_SUCH_NAME");
  }

  @Test
  void a_server_that_is_not_there_is_named_with_the_setting() {
    ClickHouseConfig nowhere = ClickHouseConfig.at("http://127.0.0.1:1", "realtime");

    assertThatThrownBy(() -> ClickHouseSchema.apply(nowhere, List.of("CREATE DATABASE IF NOT EXISTS realtime"))).as("set-up")
        .hasMessageStartingWith("Cannot reach ClickHouse at http://127.0.0.1:1: ")
        .hasMessageEndingWith(". Set clickhouse.url to the address of its HTTP interface");
  }

  @Test
  void a_statement_that_fails_is_named() {
    ClickHouseConfig config = ClickHouseServer.newDatabase();

    assertThatThrownBy(() -> ClickHouseSchema.apply(config, List.of("CREATE TABLE nowhere.t (\n a Int64\n) ENGINE = Memory"))).as("set-up")
        .hasMessageStartingWith("Cannot run CREATE TABLE nowhere.t on ClickHouse at " + config.url() + ": ")
        .hasMessageContaining("nowhere");
  }

  @Test
  void what_the_catalog_derives_can_be_applied_again() {
    ClickHouseConfig config = ClickHouseServer.newDatabase();
    String sql = "SELECT toString(count()) FROM system.tables WHERE database = '" + config.database() + "'";
    String before = ClickHouseServer.text(config, sql);

    ClickHouseServer.applyAgain(config);

    assertThat(ClickHouseServer.text(config, sql)).as("tables and views after the second time").isEqualTo(before);
  }
}
