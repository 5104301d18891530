package io.twinlane.jobs;

import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.jobs.compute.ComputeConfig;
import io.twinlane.kafka.KafkaConnection;
import io.twinlane.lake.LakeConfig;

/** How jobs reach the stores. */
public record Connections(KafkaConnection kafka, ClickHouseConfig clickhouse, LakeConfig lake, ComputeConfig compute) {}
