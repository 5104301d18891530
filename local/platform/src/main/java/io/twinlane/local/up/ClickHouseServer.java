package io.twinlane.local.up;

import io.twinlane.catalog.SecretReference;
import io.twinlane.clickhouse.ClickHouseOptions;
import io.twinlane.engines.ClickHouseSettings;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.jobs.cluster.Http;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.settings.PlatformOptions;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** The platform's ClickHouse: ours in a child process, or the one that the settings name. */
final class ClickHouseServer {
  static final String NAME = "clickhouse";

  private static final String ASK_VERSION = "/?query=SELECT%20version()";

  private ClickHouseServer() {
  }

  static Server start(PlatformConfig config, StateFolder folder, Consumer<String> progress) {
    String outside = config.address(ClickHouseOptions.URL);
    if (!outside.isEmpty()) {
      return Server.outside(NAME, version(config, outside), outside);
    }
    EmbeddedClickHouse clickhouse = EmbeddedClickHouse.start(new ClickHouseSettings(folder.resolve(NAME), folder.log(NAME),
        config.get(PlatformOptions.CLICKHOUSE_PORT), config.get(PlatformOptions.CLICKHOUSE_TCP_PORT), config.get(PlatformOptions.CLICKHOUSE_OUTSIDE_ACCESS)),
        progress);
    try {
      return Server.ours(NAME, version(config, clickhouse.httpUrl()), clickhouse.httpUrl(), clickhouse.pid(), clickhouse);
    } catch (RuntimeException e) {
      clickhouse.close();
      throw e;
    }
  }

  private static String version(PlatformConfig config, String url) {
    try {
      return Http.get(url + ASK_VERSION, Map.of("X-ClickHouse-User", config.get(ClickHouseOptions.USER),
          "X-ClickHouse-Key", new SecretReference(config.get(ClickHouseOptions.PASSWORD)).read())).strip();
    } catch (IOException e) {
      throw new PlatformRefusal("Cannot use ClickHouse at " + url + " as user " + config.get(ClickHouseOptions.USER) + ": "
          + e.getMessage(), e);
    }
  }
}
