package io.twinlane.jobs.compute;

/**
 * Where a computation reads and where it writes. {@code redisUsername} and {@code redisPassword} may be null; the password is a reference:
 * {@code ${env:NAME}} or {@code ${file:/path}}.
 */
public record ComputeConfig(String bootstrapServers, String redisUrl, String redisUsername, String redisPassword) {
  public ComputeConfig(String bootstrapServers, String redisUrl) {
    this(bootstrapServers, redisUrl, null, null);
  }
}
