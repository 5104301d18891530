package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import java.util.List;

/** Inserts into one table. */
final class TableInsert {
  private final Client client;
  private final String table;
  private final List<String> columns;

  TableInsert(Client client, String table, List<String> columns) {
    this.client = client;
    this.table = table;
    this.columns = columns;
  }

  /**
   * One insert, stored as a whole when this returns. The same token again stores nothing again: ClickHouse remembers it. The snapshots are
   * fed again all the same, for the first attempt may have ended between the table and them; they don't mind repeats.
   */
  void send(RowBinaryOutput rows, String token) throws Exception {
    InsertSettings settings = new InsertSettings();
    settings.serverSetting("insert_deduplication_token", token);
    settings.serverSetting("deduplicate_blocks_in_dependent_materialized_views", "1");
    settings.serverSetting("async_insert", "0");
    Answers.of(client.insert(table, columns, rows::writeTo, ClickHouseFormat.RowBinary, settings)).close();
  }

  @Override
  public String toString() {
    return client.getDefaultDatabase() + "." + table;
  }
}
