package io.twinlane.local.up;

import io.twinlane.engines.EmbeddedRedis;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.settings.PlatformOptions;
import io.twinlane.redis.RedisOptions;

/** The platform's Redis: ours in a child process, or the one that the settings name. */
final class RedisServer {
  static final String NAME = "redis";

  private RedisServer() {
  }

  static Server start(PlatformConfig config, StateFolder folder) {
    String outside = config.get(RedisOptions.URL);
    if (outside.isEmpty()) {
      EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve(NAME), folder.log(NAME), config.get(PlatformOptions.REDIS_PORT));
      return Server.ours(NAME, Probe.redisVersion(redis.url()), redis.url(), redis.pid(), redis);
    }
    if (!Probe.redis(outside)) {
      throw new PlatformRefusal("Cannot use " + RedisOptions.URL.key() + "=" + outside + ": nothing answers there.");
    }
    return Server.outside(NAME, Probe.redisVersion(outside), outside);
  }
}
