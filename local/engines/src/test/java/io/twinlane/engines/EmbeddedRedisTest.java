package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {
  @TempDir Path dir;

  @Test
  void a_key_comes_back_with_its_remaining_ttl_and_is_in_memory_only() throws Exception {
    int port;
    try (EmbeddedRedis redis = EmbeddedRedis.start(dir, 0)) {
      port = redis.port();
      assertThat(ask(port, "SET energy:vwap:CLZ6 61.25 EX 3600")).isEqualTo("+OK");
      assertThat(ask(port, "GET energy:vwap:CLZ6")).isEqualTo("$5\r\n61.25");
      assertThat(ask(port, "TTL energy:vwap:CLZ6")).matches(":(3600|3599|3598)");
      assertThat(redis.url()).isEqualTo("redis://127.0.0.1:" + port);
    }
    try (EmbeddedRedis redis = EmbeddedRedis.start(dir, port)) {
      assertThat(redis.ping()).isTrue();
      assertThat(ask(port, "DBSIZE")).isEqualTo(":0");
    }
  }

  @Test
  void it_has_the_limits_of_a_laptop() throws Exception {
    try (EmbeddedRedis redis = EmbeddedRedis.start(dir, 0)) {
      assertThat(ask(redis.port(), "CONFIG GET maxmemory")).endsWith("268435456");
      assertThat(ask(redis.port(), "CONFIG GET save")).endsWith("$0");
      assertThat(ask(redis.port(), "CONFIG GET bind")).endsWith("127.0.0.1");
    }
  }

  @Test
  void after_close_nothing_of_it_runs() {
    EmbeddedRedis redis = EmbeddedRedis.start(dir, 0);
    redis.close();
    assertThat(redis.ping()).isFalse();
    assertThat(ProcessHandle.of(redis.pid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void a_taken_port_is_named_with_its_setting() throws Exception {
    try (ServerSocket other = BusyPort.open()) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> EmbeddedRedis.start(dir, port))
          .isInstanceOf(CannotStart.class)
          .hasMessage("Cannot start Redis: port " + port + " is taken. Set redis.port to a free port (or 0 for any).");
    }
  }

  @Test
  void a_port_lost_after_the_check_is_told_in_redis_own_words() throws Exception {
    Path binary = RedisBinary.locate(dir.resolve("bin"), "");
    try (EmbeddedRedis first = EmbeddedRedis.start(dir, 0)) {
      assertThatThrownBy(() -> EmbeddedRedis.launch(binary, dir, dir.resolve("second.log"), first.port()))
          .isInstanceOf(CannotStart.class)
          .hasMessageStartingWith("Cannot start Redis: ")
          .hasMessageContaining(String.valueOf(first.port()));
      assertThat(first.ping()).isTrue();
    }
  }

  @Test
  void what_an_unpacking_that_was_cut_short_left_is_not_used() throws Exception {
    Path part = Files.createDirectories(dir.resolve("bin.part"));
    Files.writeString(part.resolve("redis-server-half"), "half").toFile().setExecutable(true);
    Path binary = RedisBinary.locate(dir.resolve("bin"), "");
    assertThat(binary.getParent()).isEqualTo(dir.resolve("bin")).isDirectoryNotContaining("glob:**-half");
    assertThat(part).doesNotExist();
    assertThat(RedisBinary.locate(dir.resolve("bin"), "")).as("found again, not unpacked again").isEqualTo(binary);
  }

  @Test
  void a_folder_that_is_a_file_is_named() throws Exception {
    Path file = Files.writeString(dir.resolve("state"), "not a folder");
    assertThatThrownBy(() -> EmbeddedRedis.start(file, 0))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("Cannot start Redis: its folder " + file + " cannot be created: ");
  }

  @Test
  void where_nothing_can_be_unpacked_the_one_on_the_path_serves() throws Exception {
    Path good = RedisBinary.locate(dir.resolve("good"), "");
    Path path = Files.createDirectories(dir.resolve("path"));
    Path onPath = Files.createSymbolicLink(path.resolve("redis-server"), good);
    assertThat(RedisBinary.locate(noFolder(), "/no/such/folder:" + path)).isEqualTo(onPath);
  }

  @Test
  void without_any_that_runs_the_way_out_is_named() throws Exception {
    Path broken = Files.createDirectories(dir.resolve("path"));
    Files.writeString(broken.resolve("redis-server"), "#!/bin/sh\nexit 127\n").toFile().setExecutable(true);
    Path folder = noFolder();
    assertThatThrownBy(() -> RedisBinary.locate(folder, broken.toString()))
        .isInstanceOf(CannotStart.class)
        .hasMessage("Cannot start Redis: the bundled redis-server does not run on this machine and there is none on the PATH."
            + " Install redis-server, or set redis.url to a server of your own.");
  }

  private Path noFolder() throws IOException {
    return Files.writeString(dir.resolve("file"), "in the way").resolve("bin");
  }

  private static String ask(int port, String command) throws IOException {
    try (Socket socket = new Socket(Ports.HOST, port)) {
      socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.substring(0, answer.lastIndexOf("+OK")).strip();
    }
  }
}
