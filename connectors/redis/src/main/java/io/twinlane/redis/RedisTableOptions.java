package io.twinlane.redis;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

/** The options of a table {@code WITH ('connector' = 'twinlane-redis', ...)}. */
public final class RedisTableOptions {
  public static final ConfigOption<String> URL = ConfigOptions.key("url").stringType().noDefaultValue()
      .withDescription("Where Redis is: redis://host:port[/database], or rediss:// for TLS. Never with a password in it.");
  public static final ConfigOption<String> USERNAME = ConfigOptions.key("username").stringType().noDefaultValue()
      .withDescription("User of Redis' access control lists; without it a password is the default user's.");
  public static final ConfigOption<String> PASSWORD = ConfigOptions.key("password").stringType().noDefaultValue()
      .withDescription("Where the password is: ${env:NAME} or ${file:/path}, read again at every connect so that it can be rotated.");
  public static final ConfigOption<String> KEY_PREFIX = ConfigOptions.key("key-prefix").stringType().noDefaultValue()
      .withDescription("What every key begins with, its last colon included: research:bars-1m:");
  public static final ConfigOption<Duration> TTL = ConfigOptions.key("ttl").durationType().defaultValue(Duration.ofMinutes(60))
      .withDescription("How long a key lives after its last write; longer keeps more keys in memory.");
  public static final ConfigOption<Duration> TIMEOUT = ConfigOptions.key("timeout").durationType().defaultValue(Duration.ofSeconds(5))
      .withDescription("How long to wait for a connection or for the answers to one batch before connecting anew.");

  public static final ConfigOption<MemorySize> MEMORY = ConfigOptions.key("memory").memoryType().defaultValue(MemorySize.ofMebiBytes(64))
      .withDescription("The most that one subtask keeps of its keys' newest values: those that Redis has not taken yet, and those that are "
          + "written again when Redis has lost them. What it does not hold of the latter is not written again.");

  /** All of them, in the order of their page. */
  public static final List<ConfigOption<?>> ALL = List.of(URL, USERNAME, PASSWORD, KEY_PREFIX, TTL, TIMEOUT, MEMORY);

  private RedisTableOptions() {
  }
}
