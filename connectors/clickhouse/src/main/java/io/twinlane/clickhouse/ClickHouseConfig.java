package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientFaultCause;
import io.twinlane.catalog.SecretReference;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ReadableConfig;

/** Resolved settings of ClickHouse; {@code database} comes from the catalog, the rest from {@link ClickHouseOptions}. */
public record ClickHouseConfig(String url, String user, SecretReference password, String database, int batchRows, Duration batchWait)
    implements Serializable {
  private static final int MOST_BATCH_ROWS = 1_000_000;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  /** Reads the settings; throws one exception with all that is wrong with them. */
  public static ClickHouseConfig from(ReadableConfig settings, String database) {
    ClickHouseConfig config = new ClickHouseConfig(
        settings.get(ClickHouseOptions.URL), settings.get(ClickHouseOptions.USER),
        new SecretReference(settings.get(ClickHouseOptions.PASSWORD)), database,
        settings.get(ClickHouseOptions.BATCH_ROWS), settings.get(ClickHouseOptions.BATCH_WAIT));
    List<String> problems = config.problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return config;
  }

  /** Default settings for a server at an address. */
  public static ClickHouseConfig at(String url, String database) {
    return new ClickHouseConfig(url, ClickHouseOptions.USER.defaultValue(), SecretReference.NONE, database,
        ClickHouseOptions.BATCH_ROWS.defaultValue(), ClickHouseOptions.BATCH_WAIT.defaultValue());
  }

  public ClickHouseConfig withBatch(int rows, Duration wait) {
    return new ClickHouseConfig(url, user, password, database, rows, wait);
  }

  /** A client of its own, to be closed by the caller. Nothing is sent yet. It never retries: whoever sends knows whether it may. */
  public Client open() {
    return new Client.Builder()
        .addEndpoint(url)
        .setUsername(user)
        .setPassword(password.read())
        .setDefaultDatabase(database)
        .setClientName("twinlane")
        .setConnectTimeout(5, ChronoUnit.SECONDS)
        .setSocketTimeout(60, ChronoUnit.SECONDS)
        .setKeepAliveTimeout(2, ChronoUnit.SECONDS)
        .setMaxRetries(0)
        .retryOnFailures(ClientFaultCause.None)
        .build();
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!httpAddress(url)) {
      problems.add("Cannot use " + ClickHouseOptions.URL.key() + " " + url + ": it is no address such as http://host:8123");
    }
    if (user.isBlank()) {
      problems.add("Cannot use " + ClickHouseOptions.USER.key() + ": it is empty");
    }
    if (!password.valid()) {
      problems.add("Cannot use " + ClickHouseOptions.PASSWORD.key() + ": it must say where the password is, " + SecretReference.ALLOWED);
    }
    if (batchRows < 1 || batchRows > MOST_BATCH_ROWS) {
      problems.add("Cannot use " + ClickHouseOptions.BATCH_ROWS.key() + " " + batchRows + ": 1 to " + MOST_BATCH_ROWS + " are allowed");
    }
    if (batchWait.toMillis() < 1 || batchWait.compareTo(LONGEST_WAIT) > 0) {
      problems.add("Cannot use " + ClickHouseOptions.BATCH_WAIT.key() + " " + batchWait.toMillis() + " ms: 1 ms to 1 min are allowed");
    }
    return problems;
  }

  private static boolean httpAddress(String url) {
    try {
      URI uri = new URI(url);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
