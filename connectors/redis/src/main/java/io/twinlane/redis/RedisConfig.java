package io.twinlane.redis;

import io.lettuce.core.RedisURI;
import io.twinlane.catalog.SecretReference;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.table.api.ValidationException;

/** Where Redis is and who we are there. The password stays a reference until a connection is made. */
record RedisConfig(String url, String username, SecretReference password, Duration timeout) implements Serializable {
  RedisConfig {
    RedisURI uri = parse(url);
    if (uri.getCredentialsProvider().resolveCredentials().blockOptional().filter(c -> c.hasPassword()).isPresent()) {
      throw new ValidationException("Cannot use the url of the Redis table: it holds a password; "
          + "give 'password' as " + SecretReference.ALLOWED + " and, if needed, 'username' instead");
    }
  }

  /** Everything that a connect needs, the password read from where it is now. */
  RedisURI resolve() {
    RedisURI uri = parse(url);
    uri.setTimeout(timeout);
    uri.setClientName("twinlane");
    if (!password.equals(SecretReference.NONE)) {
      uri.setAuthentication(username, password.read().toCharArray());
    }
    return uri;
  }

  private static RedisURI parse(String url) {
    try {
      return RedisURI.create(url);
    } catch (IllegalArgumentException e) {
      throw new ValidationException("Cannot use the url of the Redis table: it is not of the form redis://host:port[/database]", e);
    }
  }

  @Override
  public String toString() {
    return url;
  }
}
