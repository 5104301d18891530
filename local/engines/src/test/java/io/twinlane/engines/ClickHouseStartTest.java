package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickHouseStartTest {
  @TempDir Path dir;

  @Test
  void a_restart_on_the_same_folder_keeps_the_tables_even_where_its_name_is_awkward() throws Exception {
    Path folder = dir.resolve("R&D <desk> données");
    int http;
    int tcp;
    try (EmbeddedClickHouse server = EmbeddedClickHouse.start(folder, 0, 0)) {
      http = server.httpPort();
      tcp = server.tcpPort();
      ClickHouseQuery admin = ClickHouseQuery.by("default", server);
      assertThat(admin.run("CREATE DATABASE realtime")).isEmpty();
      assertThat(admin.run("CREATE TABLE realtime.kept (id Int32) ENGINE = MergeTree ORDER BY id")).isEmpty();
      assertThat(admin.run("INSERT INTO realtime.kept VALUES (7)")).isEmpty();
    }
    try (EmbeddedClickHouse server = EmbeddedClickHouse.start(folder, http, tcp)) {
      assertThat(ClickHouseQuery.by("default", server).run("SELECT id FROM realtime.kept")).isEqualTo("7");
    }
  }

  @Test
  void the_file_whose_rights_the_engine_takes_is_its_own_and_not_dev_null() throws Exception {
    try (EmbeddedClickHouse server = EmbeddedClickHouse.start(dir, 0, 0)) {
      String command = Files.readString(Path.of("/proc", String.valueOf(server.pid()), "cmdline")).replace('\0', ' ');
      assertThat(command).contains("--history_file " + dir.resolve("history")).doesNotContain("/dev/null");
    }
    assertThat(Files.getPosixFilePermissions(dir.resolve("history")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void a_taken_http_port_is_named_with_its_setting() throws Exception {
    try (ServerSocket other = BusyPort.open()) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> EmbeddedClickHouse.start(dir, port, 0))
          .isInstanceOf(CannotStart.class)
          .hasMessage("Cannot start ClickHouse: port " + port + " is taken. Set clickhouse.port to a free port (or 0 for any).");
    }
  }

  @Test
  void a_taken_native_port_is_named_with_its_setting() throws Exception {
    try (ServerSocket other = BusyPort.open()) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> EmbeddedClickHouse.start(dir, 0, port))
          .isInstanceOf(CannotStart.class)
          .hasMessage("Cannot start ClickHouse: port " + port + " is taken. Set clickhouse.tcp-port to a free port (or 0 for any).");
    }
  }

  @Test
  void another_server_that_got_the_port_after_the_check_is_told_from_ours() throws Exception {
    HttpServer other = HttpServer.create(new InetSocketAddress(Ports.HOST, 0), 0);
    other.createContext("/", exchange -> {
      exchange.sendResponseHeaders(200, 4);
      exchange.getResponseBody().write("Ok.\n".getBytes(StandardCharsets.UTF_8));
      exchange.close();
    });
    other.start();
    int port = other.getAddress().getPort();
    try {
      assertThatThrownBy(() -> EmbeddedClickHouse.launch(ChdbLibrary.locate(line -> { }), ClickHouseFolder.create(dir), port, Ports.free()))
          .isInstanceOf(CannotStart.class)
          .hasMessage("Cannot start ClickHouse: port " + port + " is taken. Set clickhouse.port to a free port (or 0 for any).");
    } finally {
      other.stop(0);
    }
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).as("a failed start leaves no process").isEmpty();
  }

  @Test
  void a_native_port_lost_after_the_check_is_noticed() throws Exception {
    try (ServerSocket other = BusyPort.open()) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> EmbeddedClickHouse.launch(ChdbLibrary.locate(line -> { }), ClickHouseFolder.create(dir), Ports.free(), port))
          .isInstanceOf(CannotStart.class)
          .hasMessage("Cannot start ClickHouse: port " + port + " is taken. Set clickhouse.tcp-port to a free port (or 0 for any).");
    }
  }

  @Test
  void a_second_server_on_a_folder_in_use_is_refused_and_the_first_one_is_untouched() throws Exception {
    try (EmbeddedClickHouse server = EmbeddedClickHouse.start(dir, 0, 0)) {
      String config = Files.readString(dir.resolve("config.xml"));
      assertThatThrownBy(() -> EmbeddedClickHouse.start(dir, 0, 0))
          .isInstanceOf(CannotStart.class)
          .hasMessage("Cannot start ClickHouse in " + dir + ": another server uses this folder. Stop it, or use another folder.");
      assertThat(Files.readString(dir.resolve("config.xml"))).isEqualTo(config);
      assertThat(server.ping()).isTrue();
    }
  }

  @Test
  void an_engine_that_ends_at_once_is_quoted() throws Exception {
    Path broken = Files.writeString(dir.resolve("libchdb.so"), "no library");
    assertThatThrownBy(() -> EmbeddedClickHouse.launch(broken, ClickHouseFolder.create(dir.resolve("state")), Ports.free(), Ports.free()))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("Cannot start ClickHouse: it stopped with exit code 1, last words: ")
        .hasMessageContaining("libchdb.so");
  }
}
