package io.twinlane.local.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseOptions;
import io.twinlane.jobs.compute.ComputeConfig;
import io.twinlane.kafka.KafkaConnection;
import io.twinlane.lake.LakeConfig;
import io.twinlane.local.settings.Settings;
import io.twinlane.local.up.Platform;
import org.apache.flink.configuration.Configuration;

/** How the jobs of a platform reach its stores. */
public record Connections(KafkaConnection kafka, ClickHouseConfig clickhouse, LakeConfig lake, ComputeConfig compute) {
  public static Connections of(Platform platform, Catalog catalog) {
    Configuration clickhouse = new Configuration();
    clickhouse.set(ClickHouseOptions.URL, platform.addresses().clickhouse());
    clickhouse.set(ClickHouseOptions.USER, platform.settings().get(Settings.CLICKHOUSE_USER));
    clickhouse.set(ClickHouseOptions.PASSWORD, platform.settings().get(Settings.CLICKHOUSE_PASSWORD).toString());
    return new Connections(
        KafkaConnection.of(platform.addresses().kafka()),
        ClickHouseConfig.from(clickhouse, catalog.platform().clickhouseDatabase()),
        LakeConfig.local(platform.lakeRoot()),
        new ComputeConfig(platform.addresses().kafka(), platform.addresses().redis(),
            emptyToNull(platform.settings().get(Settings.REDIS_USER)),
            emptyToNull(platform.settings().get(Settings.REDIS_PASSWORD).toString())));
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
