package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import io.twinlane.catalog.derive.TableColumn;
import java.util.List;
import java.util.Map;

/**
 * Inserts into one table. The rows announce the names and types of their columns, which the server compares with the table's at every
 * insert: nothing is ever read at another scale. The types announced are the table's own where they only know more states.
 */
final class TableInsert {
  private final Client client;
  private final String table;
  private final List<TableColumn> columns;
  private RowBinaryOutput head;

  TableInsert(Client client, String table, List<TableColumn> columns) {
    this.client = client;
    this.table = table;
    this.columns = columns;
  }

  /**
   * One insert, stored as a whole when this returns. The same token again stores nothing again: ClickHouse remembers it. The snapshots are
   * fed again all the same, for the first attempt may have ended between the table and them; they don't mind repeats.
   */
  void send(RowBinaryOutput rows, String token) throws Exception {
    if (head == null) {
      compare();
    }
    InsertSettings settings = new InsertSettings();
    settings.serverSetting("insert_deduplication_token", token);
    settings.serverSetting("deduplicate_blocks_in_dependent_materialized_views", "1");
    settings.serverSetting("async_insert", "0");
    settings.serverSetting("input_format_with_types_use_header", "1");
    Answers.of(client.insert(table, columns.stream().map(TableColumn::name).toList(), out -> {
      head.writeTo(out);
      rows.writeTo(out);
    }, ClickHouseFormat.RowBinaryWithNamesAndTypes, settings)).close();
  }

  /**
   * Compares the table with the rows anew.
   *
   * @return whether it has changed since the last time
   * @throws TableDiffers when rows would be misread there
   */
  boolean compare() throws TableDiffers {
    Map<String, String> types = TableColumns.of(client, client.getDefaultDatabase(), table);
    List<String> differences = types.isEmpty() ? List.of("there is no such table") : TableColumns.differences(columns, types);
    if (!differences.isEmpty()) {
      head = null;
      throw new TableDiffers(this, differences);
    }
    RowBinaryOutput now = new RowBinaryOutput();
    now.writeHead(columns.stream().map(column -> new TableColumn(column.name(), types.get(column.name()))).toList());
    boolean changed = head == null || !now.equalTo(head);
    head = now;
    return changed;
  }

  @Override
  public String toString() {
    return client.getDefaultDatabase() + "." + table;
  }
}
