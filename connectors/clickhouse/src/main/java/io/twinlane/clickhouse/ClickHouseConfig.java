package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientFaultCause;
import io.twinlane.catalog.SecretReference;
import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.apache.flink.configuration.ReadableConfig;

/** Resolved settings of ClickHouse; {@code database} comes from the catalog, the rest from {@link ClickHouseOptions}. */
public record ClickHouseConfig(String url, String user, SecretReference password, String database, int batchRows, Duration batchWait)
    implements Serializable {
  /** Reads the options; throws one exception with all that is wrong with them. */
  public static ClickHouseConfig from(ReadableConfig config, String database) {
    ClickHouseOptions.ALL.require(config);
    return new ClickHouseConfig(config.get(ClickHouseOptions.URL), config.get(ClickHouseOptions.USER),
        new SecretReference(config.get(ClickHouseOptions.PASSWORD)), database,
        config.get(ClickHouseOptions.BATCH_ROWS), config.get(ClickHouseOptions.BATCH_WAIT));
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
}
