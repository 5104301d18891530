package io.twinlane.local.up;

/**
 * Where the servers are, for clients.
 *
 * @param kafka bootstrap servers, {@code 127.0.0.1:9092}
 * @param clickhouse HTTP address, {@code http://127.0.0.1:8123}; with {@code /play} for a browser
 * @param redis {@code redis://127.0.0.1:6379}
 * @param flink dashboard and REST, {@code http://127.0.0.1:8081}
 */
public record Addresses(String kafka, String clickhouse, String redis, String flink) {}
