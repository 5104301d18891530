package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import java.util.List;

/** Brings the database to what the catalog derives. */
public final class ClickHouseSchema {
  private ClickHouseSchema() {}

  /** Runs the statements in order; each creates something unless it exists, so that this can be run again at any time. */
  public static void apply(ClickHouseConfig config, List<String> statements) {
    // The statements name their database themselves, and it may not exist yet.
    ClickHouseConfig anywhere = new ClickHouseConfig(
        config.url(), config.user(), config.password(), "default", config.batchRows(), config.batchWait());
    try (Client client = anywhere.open()) {
      statements.forEach(statement -> run(client, config, statement));
    }
  }

  private static void run(Client client, ClickHouseConfig config, String statement) {
    try {
      Answers.of(client.execute(statement)).close();
    } catch (ServerException e) {
      throw new IllegalStateException(
          "Cannot run " + firstLine(statement) + " on ClickHouse at " + config.url() + ": " + Answers.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot set up ClickHouse at " + config.url() + ": interrupted", e);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot reach ClickHouse at " + config.url() + ": " + Answers.reason(e) + ". Set "
          + ClickHouseOptions.URL.key() + " to the address of its HTTP interface", e);
    }
  }

  private static String firstLine(String statement) {
    String line = statement.lines().findFirst().orElse("");
    return line.endsWith("(") ? line.substring(0, line.length() - 1).strip() : line;
  }
}
