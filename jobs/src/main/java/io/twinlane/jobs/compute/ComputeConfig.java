package io.twinlane.jobs.compute;

import io.twinlane.kafka.KafkaConfig;
import io.twinlane.redis.RedisConfig;

/** Where a computation reads and where it writes. */
public record ComputeConfig(KafkaConfig kafka, RedisConfig redis) {
  /** A Kafka and a Redis that nobody logs in to. */
  public static ComputeConfig at(String bootstrapServers, String redisUrl) {
    return new ComputeConfig(KafkaConfig.of(bootstrapServers), RedisConfig.of(redisUrl));
  }
}
