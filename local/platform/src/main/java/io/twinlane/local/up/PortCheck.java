package io.twinlane.local.up;

import io.twinlane.clickhouse.ClickHouseOptions;
import io.twinlane.engines.CannotStart;
import io.twinlane.engines.Patience;
import io.twinlane.engines.Ports;
import io.twinlane.kafka.KafkaOptions;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.settings.PlatformOptions;
import io.twinlane.redis.RedisOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** Looks at every port before anything starts, so that all that are taken are told at once. */
final class PortCheck {
  private final PlatformConfig config;
  private final List<String> problems = new ArrayList<>();

  private PortCheck(PlatformConfig config) {
    this.config = config;
  }

  /**
   * Returns when all ports are free.
   *
   * @param patience how long to wait for them: servers of a platform that was killed need a moment to end
   */
  static void require(PlatformConfig config, Duration patience) {
    PortCheck[] last = new PortCheck[1];
    boolean free = Patience.until(patience, () -> {
      last[0] = new PortCheck(config).look();
      return last[0].problems.isEmpty();
    });
    if (!free) {
      throw new PlatformRefusal(String.join("\n", last[0].problems));
    }
  }

  private PortCheck look() {
    look("Kafka", KafkaOptions.BOOTSTRAP_SERVERS, PlatformOptions.KAFKA_PORT);
    look("ClickHouse", ClickHouseOptions.URL, PlatformOptions.CLICKHOUSE_PORT);
    look("ClickHouse", ClickHouseOptions.URL, PlatformOptions.CLICKHOUSE_TCP_PORT);
    look("Redis", RedisOptions.URL, PlatformOptions.REDIS_PORT);
    look("Flink", PlatformOptions.FLINK_URL, PlatformOptions.FLINK_PORT);
    return this;
  }

  private void look(String engine, ConfigOption<String> outside, ConfigOption<Integer> port) {
    if (config.has(outside)) {
      return;
    }
    try {
      Ports.claim(engine, config.get(port), port.key());
    } catch (CannotStart e) {
      problems.add(e.getMessage());
    }
  }
}
