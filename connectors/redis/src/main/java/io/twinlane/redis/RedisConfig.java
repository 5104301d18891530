package io.twinlane.redis;

import io.lettuce.core.RedisURI;
import io.twinlane.catalog.SecretReference;
import io.twinlane.config.Rules;
import io.twinlane.config.Secrets;
import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.util.TimeUtils;

/** Where Redis is and who we are there ({@code user} empty: its default user). The password stays a reference until a connection is made. */
public record RedisConfig(String url, String user, SecretReference password, Duration timeout) implements Serializable {
  public RedisConfig {
    if (Secrets.in(url) || !Rules.url(List.of("redis", "rediss")).holds().test(url) || url.isEmpty()) {
      throw new ValidationException("Cannot use the address of Redis: it must be " + Rules.url(List.of("redis", "rediss")).allowed()
          + ", the password as " + SecretReference.ALLOWED);
    }
    if (!password.valid()) {
      throw new ValidationException("Cannot use the password of Redis: it must be " + Rules.SECRET.allowed());
    }
  }

  /** A Redis that asks for no password. */
  public static RedisConfig of(String url) {
    return new RedisConfig(url, RedisOptions.USER.defaultValue(), SecretReference.NONE, RedisOptions.TIMEOUT.defaultValue());
  }

  /** Reads the options; throws one exception with all that is wrong with them. */
  public static RedisConfig from(ReadableConfig config) {
    RedisOptions.ALL.require(config);
    return new RedisConfig(config.get(RedisOptions.URL), config.get(RedisOptions.USER),
        new SecretReference(config.get(RedisOptions.PASSWORD)), config.get(RedisOptions.TIMEOUT));
  }

  /** The same as options of a table's statement. */
  public Map<String, String> tableOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(RedisTableOptions.URL.key(), url);
    options.put(RedisTableOptions.TIMEOUT.key(), TimeUtils.formatWithHighestUnit(timeout));
    if (!user.isEmpty()) {
      options.put(RedisTableOptions.USERNAME.key(), user);
    }
    if (!password.equals(SecretReference.NONE)) {
      options.put(RedisTableOptions.PASSWORD.key(), password.text());
    }
    return options;
  }

  /** Everything that a connect needs, the password read from where it is now. */
  RedisURI resolve() {
    RedisURI uri = RedisURI.create(url);
    uri.setTimeout(timeout);
    uri.setClientName("twinlane");
    if (!password.equals(SecretReference.NONE)) {
      uri.setAuthentication(user.isEmpty() ? null : user, password.read().toCharArray());
    }
    return uri;
  }

  @Override
  public String toString() {
    return url;
  }
}
