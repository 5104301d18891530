package io.twinlane.local.up;

import io.twinlane.engines.EmbeddedRedis;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.settings.Settings;

/** The platform's Redis: ours in a child process, or the one that the settings name. */
final class RedisServer {
  static final String NAME = "redis";

  private RedisServer() {
  }

  static Server start(PlatformConfig settings, StateFolder folder) {
    String outside = settings.get(Settings.REDIS_URL);
    if (outside.isEmpty()) {
      EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve(NAME), folder.log(NAME), settings.get(Settings.REDIS_PORT));
      return Server.ours(NAME, Probe.redisVersion(redis.url()), redis.url(), redis.pid(), redis);
    }
    if (!Probe.redis(outside)) {
      throw new PlatformRefusal("Cannot use " + Settings.REDIS_URL.key() + "=" + outside + ": nothing answers there.");
    }
    return Server.outside(NAME, Probe.redisVersion(outside), outside);
  }
}
