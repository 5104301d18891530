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
  private List<String> definition = List.of();
  private boolean takesRows;

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
    takesRows = true;
  }

  /** Whether the table has taken rows as it was when it was last compared. */
  boolean takesRows() {
    return takesRows;
  }

  /**
   * Compares the table with the rows anew, and looks whether it, or a view behind it, has been changed.
   *
   * @throws TableDiffers when rows would be misread there
   */
  void compare() throws TableDiffers {
    List<String> found = definition();
    takesRows &= found.equals(definition);
    definition = found;
    Map<String, String> types = TableColumns.of(client, client.getDefaultDatabase(), table);
    List<String> differences = types.isEmpty() ? List.of("there is no such table") : TableColumns.differences(columns, types);
    if (!differences.isEmpty()) {
      head = null;
      throw new TableDiffers(this, differences);
    }
    RowBinaryOutput now = new RowBinaryOutput();
    now.writeHead(columns.stream().map(column -> new TableColumn(column.name(), types.get(column.name()))).toList());
    head = now;
  }

  private List<String> definition() {
    return client.queryAll("SELECT create_table_query FROM system.tables WHERE database = {database:String} AND (name = {table:String} OR name IN"
            + " (SELECT arrayJoin(dependencies_table) FROM system.tables WHERE database = {database:String} AND name = {table:String}))"
            + " ORDER BY name", Map.of("database", client.getDefaultDatabase(), "table", table)).stream().map(row -> row.getString(1)).toList();
  }

  @Override
  public String toString() {
    return client.getDefaultDatabase() + "." + table;
  }
}
