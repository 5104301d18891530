package io.twinlane.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.jobs.compute.ComputeConfig;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.lake.LakeConfig;
import io.twinlane.redis.RedisConfig;
import org.apache.flink.configuration.ReadableConfig;

/** How jobs reach the stores. */
public record Connections(KafkaConfig kafka, ClickHouseConfig clickhouse, LakeConfig lake, ComputeConfig compute) {
  /** Reads the options of every store; the database is the catalog's. */
  public static Connections from(ReadableConfig config, Catalog catalog) {
    KafkaConfig kafka = KafkaConfig.from(config);
    return new Connections(kafka, ClickHouseConfig.from(config, catalog.platform().clickhouseDatabase()), LakeConfig.from(config),
        new ComputeConfig(kafka, RedisConfig.from(config)));
  }
}
