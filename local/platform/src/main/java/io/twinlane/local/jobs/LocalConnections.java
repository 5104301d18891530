package io.twinlane.local.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseOptions;
import io.twinlane.jobs.Connections;
import io.twinlane.jobs.compute.ComputeConfig;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.lake.LakeConfig;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.settings.Settings;
import io.twinlane.local.up.Addresses;
import io.twinlane.local.up.Platform;
import io.twinlane.local.up.RunningPlatform;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;

/** How the jobs of a platform on this machine reach its stores. */
public final class LocalConnections {
  private LocalConnections() {}

  public static Connections of(Platform platform, Catalog catalog) {
    return of(platform.addresses(), platform.lakeRoot(), platform.settings(), catalog);
  }

  /** The same of a platform that runs in another process, with the users and passwords of this one's settings. */
  public static Connections of(RunningPlatform platform, Catalog catalog) {
    return of(platform.addresses(), platform.lakeRoot(), platform.settings(), catalog);
  }

  private static Connections of(Addresses addresses, Path lakeRoot, PlatformConfig settings, Catalog catalog) {
    Configuration clickhouse = new Configuration();
    clickhouse.set(ClickHouseOptions.URL, addresses.clickhouse());
    clickhouse.set(ClickHouseOptions.USER, settings.get(Settings.CLICKHOUSE_USER));
    clickhouse.set(ClickHouseOptions.PASSWORD, settings.get(Settings.CLICKHOUSE_PASSWORD).toString());
    return new Connections(
        KafkaConfig.of(addresses.kafka()),
        ClickHouseConfig.from(clickhouse, catalog.platform().clickhouseDatabase()),
        LakeConfig.local(lakeRoot),
        new ComputeConfig(addresses.kafka(), addresses.redis(),
            emptyToNull(settings.get(Settings.REDIS_USER)),
            emptyToNull(settings.get(Settings.REDIS_PASSWORD).toString())));
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
