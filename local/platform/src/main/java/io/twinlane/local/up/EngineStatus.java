package io.twinlane.local.up;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One engine as it is now: {@code up} says that it answers; memory in megabytes, of the whole platform process where {@code shared}, 0 when
 * unknown.
 */
public record EngineStatus(
    String name, String version, String address, boolean up, long pid, @JsonProperty("memory_mb") long memoryMb, boolean shared,
    boolean outside) {

  static EngineStatus of(EngineState engine, long platformPid) {
    return new EngineStatus(engine.name(), engine.version(), engine.address(), answers(engine), engine.pid(),
        engine.outside() ? 0 : Memory.megabytes(engine.pid()), engine.pid() == platformPid, engine.outside());
  }

  private static boolean answers(EngineState engine) {
    return switch (engine.name()) {
      case KafkaServer.NAME -> Probe.kafka(engine.address());
      case ClickHouseServer.NAME -> Probe.clickhouse(engine.address());
      case RedisServer.NAME -> Probe.redis(engine.address());
      case FlinkServer.NAME -> Probe.flink(engine.address());
      default -> throw new IllegalArgumentException("Cannot ask engine " + engine.name() + ": unknown");
    };
  }
}
