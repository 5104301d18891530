package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void a_free_port_is_given_as_wished() {
    int free = Ports.free();
    assertThat(Ports.claim("ClickHouse", free, "clickhouse.port")).isEqualTo(free);
  }

  @Test
  void zero_gives_a_port_that_no_outgoing_connection_takes() {
    assertThat(Ports.claim("ClickHouse", 0, "clickhouse.port")).isBetween(1024, 32_767);
  }

  @Test
  void a_port_that_is_listened_on_everywhere_is_taken_on_loopback_too() throws Exception {
    try (ServerSocket everywhere = new ServerSocket(0)) {
      int port = everywhere.getLocalPort();
      assertThatThrownBy(() -> Ports.claim("ClickHouse", port, "clickhouse.port"))
          .isInstanceOf(CannotStart.class)
          .hasMessage("Cannot start ClickHouse: port " + port + " is taken. Set clickhouse.port to a free port (or 0 for any).");
    }
  }

  @Test
  void a_number_beyond_all_ports_is_refused() {
    assertThatThrownBy(() -> Ports.claim("Redis", 70000, "redis.port"))
        .isInstanceOf(CannotStart.class)
        .hasMessage("Cannot start Redis: 70000 is not a port. Set redis.port to a free port (or 0 for any).");
  }
}
