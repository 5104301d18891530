package io.twinlane.redis;

import io.twinlane.catalog.SecretReference;
import io.twinlane.config.Options;
import io.twinlane.config.Rules;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** What can be set about the Redis that computations write to. */
public final class RedisOptions {
  public static final ConfigOption<String> URL = ConfigOptions.key("redis.url").stringType().defaultValue("")
      .withDescription("A Redis of your own, redis(s)://host:port[/database]: none is started then.");
  public static final ConfigOption<String> USER = ConfigOptions.key("redis.user").stringType().defaultValue("")
      .withDescription("User that writes to Redis; unset: Redis's default user.");
  public static final ConfigOption<String> PASSWORD = ConfigOptions.key("redis.password").stringType().defaultValue("")
      .withDescription("Where that user's password is, " + SecretReference.ALLOWED
          + ": never the password itself. Read again at every connect, so that it can be rotated.");
  public static final ConfigOption<Duration> TIMEOUT = ConfigOptions.key("redis.timeout").durationType().defaultValue(Duration.ofSeconds(5))
      .withDescription("How long to wait for a connection or for the answers to one batch before connecting anew.");

  public static final Options ALL = Options.of("Redis")
      .with(URL, Rules.url(List.of("redis", "rediss")))
      .with(USER, Rules.ANY_TEXT)
      .with(PASSWORD, Rules.SECRET)
      .with(TIMEOUT, Rules.duration(Duration.ofMillis(1), Duration.ofMinutes(10)));

  private RedisOptions() {}
}
