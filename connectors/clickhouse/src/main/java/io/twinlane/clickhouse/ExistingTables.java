package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.GenericRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares the tables that are there with the declared ones: what can be brought to today's catalog, what must be filled anew, what cannot. */
final class ExistingTables {
  private final Client client;
  private final List<String> declared;
  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();
  private final List<String> obstacles = new ArrayList<>();

  private ExistingTables(Client client, List<String> declared) {
    this.client = client;
    this.declared = declared;
  }

  /** The statements with what must be run before and after them. Throws, with every table that is in the way, before anything is changed. */
  static List<String> around(List<String> declared, Client client) {
    ExistingTables tables = new ExistingTables(client, declared);
    declared.stream().flatMap(statement -> DeclaredTable.of(statement).stream()).forEach(tables::compare);
    if (!tables.obstacles.isEmpty()) {
      throw new IllegalStateException("Cannot use what ClickHouse holds: " + String.join("; ", tables.obstacles)
          + ". Give a field that changed a new name, or rename the table (RENAME TABLE a TO b) so that a new one is made");
    }
    List<String> statements = new ArrayList<>(tables.before);
    statements.addAll(declared);
    statements.addAll(tables.after);
    return statements;
  }

  private void compare(DeclaredTable table) {
    Map<String, String> types = TableColumns.of(client, table.database(), table.name());
    if (types.isEmpty()) {
      return;
    }
    Map<String, Object> name = Map.of("database", table.database(), "table", table.name());
    GenericRecord made = client.queryAll(
        "SELECT sorting_key, engine_full FROM system.tables WHERE database = {database:String} AND name = {table:String}", name).get(0);
    boolean empty = client.queryAll("SELECT 1 FROM " + table.fullName() + " LIMIT 1").isEmpty();
    TableChanges changes = TableChanges.of(table, types, made.getString(1), made.getString(2), empty);
    boolean same = changes.statements().isEmpty() && changes.obstacles().isEmpty();
    if (table.derived() && !same) {
      fillAnew(table);
      return;
    }
    before.addAll(changes.statements());
    changes.obstacles().forEach(obstacle -> obstacles.add("in " + table.fullName() + " " + obstacle));
  }

  /** What is worked out from another table is made anew from it. Rows that come meanwhile come in twice, which changes nothing. */
  private void fillAnew(DeclaredTable table) {
    String to = " TO " + table.fullName() + " AS\n";
    String feed = declared.stream().filter(statement -> statement.startsWith("CREATE MATERIALIZED VIEW") && statement.contains(to))
        .findFirst().orElseThrow(() -> new IllegalStateException("Cannot fill " + table.fullName() + " anew: nothing feeds it"));
    String view = feed.substring("CREATE MATERIALIZED VIEW IF NOT EXISTS ".length(), feed.indexOf(to));
    before.add("DROP VIEW IF EXISTS " + view);
    before.add("DROP TABLE IF EXISTS " + table.fullName());
    after.add("INSERT INTO " + table.fullName() + "\n" + feed.substring(feed.indexOf(to) + to.length()));
  }
}
