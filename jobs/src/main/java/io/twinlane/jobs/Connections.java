package io.twinlane.jobs;

import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.jobs.compute.ComputeConfig;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.lake.LakeConfig;

/** How jobs reach the stores. */
public record Connections(KafkaConfig kafka, ClickHouseConfig clickhouse, LakeConfig lake, ComputeConfig compute) {}
