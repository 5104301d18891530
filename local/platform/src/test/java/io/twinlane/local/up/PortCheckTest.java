package io.twinlane.local.up;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCheckTest {
  @TempDir
  Path dir;

  @Test
  void all_taken_ports_are_told_at_once_with_the_setting_that_changes_each() throws IOException {
    try (ServerSocket one = listen(); ServerSocket other = listen()) {
      assertThatThrownBy(() -> require("kafka.port=" + one.getLocalPort(), "flink.port=" + other.getLocalPort()))
          .isInstanceOf(PlatformRefusal.class)
          .hasMessage("Cannot start Kafka: port " + one.getLocalPort() + " is taken. Set kafka.port to a free port (or 0 for any).\n"
              + "Cannot start Flink: port " + other.getLocalPort() + " is taken. Set flink.port to a free port (or 0 for any).");
    }
  }

  @Test
  void the_port_of_an_engine_that_an_outside_one_replaces_does_not_matter() throws IOException {
    try (ServerSocket taken = listen()) {
      assertThatCode(() -> require("redis.url=redis://elsewhere:6379", "redis.port=" + taken.getLocalPort())).doesNotThrowAnyException();
    }
  }

  private void require(String... assignments) {
    PortCheck.require(Given.config(dir, assignments), Duration.ZERO);
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
  }
}
