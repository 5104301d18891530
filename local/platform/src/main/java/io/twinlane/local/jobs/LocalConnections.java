package io.twinlane.local.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.clickhouse.ClickHouseOptions;
import io.twinlane.jobs.Connections;
import io.twinlane.kafka.KafkaOptions;
import io.twinlane.lake.LakeOptions;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.up.Addresses;
import io.twinlane.local.up.LocalPlatform;
import io.twinlane.local.up.RunningPlatform;
import io.twinlane.redis.RedisOptions;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;

/** How the jobs of a platform on this machine reach its stores. */
public final class LocalConnections {
  private LocalConnections() {}

  public static Connections of(LocalPlatform platform, Catalog catalog) {
    return of(platform.addresses(), platform.lakeRoot(), platform.config(), catalog);
  }

  /** The same of a platform that runs in another process, with the users and passwords that this one has resolved. */
  public static Connections of(RunningPlatform platform, Catalog catalog) {
    return of(platform.addresses(), platform.lakeRoot(), platform.config(), catalog);
  }

  private static Connections of(Addresses addresses, Path lakeRoot, PlatformConfig platform, Catalog catalog) {
    Configuration config = platform.copy();
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, addresses.kafka());
    config.set(ClickHouseOptions.URL, addresses.clickhouse());
    config.set(RedisOptions.URL, addresses.redis());
    config.set(LakeOptions.ROOT, lakeRoot.toString());
    return Connections.from(config, catalog);
  }
}
