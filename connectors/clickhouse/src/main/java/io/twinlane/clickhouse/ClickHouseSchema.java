package io.twinlane.clickhouse;

import com.clickhouse.client.api.ClickHouseException;
import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.command.CommandSettings;
import java.util.List;

/** Brings the database to what the catalog derives. */
public final class ClickHouseSchema {
  private static final long LEAST_QUERY_SIZE = 262_144; // ClickHouse's own default, in bytes

  private ClickHouseSchema() {}

  /**
   * Runs the statements in order. Each creates something unless it exists, or replaces what can be derived anew, so that this can be run
   * again at any time. A table that is there already is compared with the declared one: new columns and states are added, anything else
   * that differs is refused before a statement runs, for rows would be misread.
   */
  public static void apply(ClickHouseConfig config, List<String> statements) {
    // The statements name their database themselves, and it may not exist yet.
    ClickHouseConfig anywhere = new ClickHouseConfig(
        config.url(), config.user(), config.password(), "default", config.limits());
    try (Client client = anywhere.open()) {
      around(client, config, statements).forEach(statement -> run(client, config, statement));
    }
  }

  private static List<String> around(Client client, ClickHouseConfig config, List<String> statements) {
    try {
      return ExistingTables.around(statements, client);
    } catch (ClickHouseException e) {
      throw unreachable(config, e);
    }
  }

  private static IllegalStateException unreachable(ClickHouseConfig config, Exception e) {
    return new IllegalStateException("Cannot reach ClickHouse at " + config.url() + ": " + Answers.reason(e) + ". Set "
        + ClickHouseOptions.URL.key() + " to the address of its HTTP interface", e);
  }

  private static void run(Client client, ClickHouseConfig config, String statement) {
    try {
      // A list of instruments may be longer than the text that ClickHouse takes unasked.
      CommandSettings length = new CommandSettings();
      length.serverSetting("max_query_size", String.valueOf(Math.max(LEAST_QUERY_SIZE, 2L * statement.length())));
      Answers.of(client.execute(statement, length)).close();
    } catch (ServerException e) {
      throw new IllegalStateException(
          "Cannot run " + firstLine(statement) + " on ClickHouse at " + config.url() + ": " + Answers.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot set up ClickHouse at " + config.url() + ": interrupted", e);
    } catch (Exception e) {
      throw unreachable(config, e);
    }
  }

  private static String firstLine(String statement) {
    String line = statement.lines().findFirst().orElse("");
    return line.endsWith("(") ? line.substring(0, line.length() - 1).strip() : line;
  }
}
