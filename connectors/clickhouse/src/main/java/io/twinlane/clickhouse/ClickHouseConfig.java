package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientFaultCause;
import io.twinlane.catalog.SecretReference;
import java.io.Serializable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.apache.flink.configuration.ReadableConfig;

/** Resolved settings of ClickHouse; {@code database} comes from the catalog, the rest from {@link ClickHouseOptions}. */
public record ClickHouseConfig(String url, String user, SecretReference password, String database, BatchLimits limits)
    implements Serializable {
  /** Reads the options; throws one exception with all that is wrong with them. */
  public static ClickHouseConfig from(ReadableConfig config, String database) {
    ClickHouseOptions.ALL.require(config);
    return new ClickHouseConfig(config.get(ClickHouseOptions.URL), config.get(ClickHouseOptions.USER),
        new SecretReference(config.get(ClickHouseOptions.PASSWORD)), database,
        new BatchLimits(config.get(ClickHouseOptions.BATCH_ROWS), config.get(ClickHouseOptions.BATCH_BYTES).getBytes(),
            config.get(ClickHouseOptions.BATCH_WAIT)));
  }

  /** Default settings for a server at an address. */
  public static ClickHouseConfig at(String url, String database) {
    return new ClickHouseConfig(url, ClickHouseOptions.USER.defaultValue(), SecretReference.NONE, database,
        new BatchLimits(ClickHouseOptions.BATCH_ROWS.defaultValue(), ClickHouseOptions.BATCH_BYTES.defaultValue().getBytes(),
            ClickHouseOptions.BATCH_WAIT.defaultValue()));
  }

  public ClickHouseConfig withBatch(int rows, Duration wait) {
    return withLimits(new BatchLimits(rows, limits.bytes(), wait));
  }

  ClickHouseConfig withLimits(BatchLimits other) {
    return new ClickHouseConfig(url, user, password, database, other);
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
