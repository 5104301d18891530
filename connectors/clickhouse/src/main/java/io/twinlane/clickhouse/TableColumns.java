package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import io.twinlane.catalog.derive.TableColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns that a table has, beside those that rows need. */
final class TableColumns {
  private static final Pattern STATE = Pattern.compile("'([^']+)' = (-?\\d+)");

  private TableColumns() {}

  /** Empty when there is no such table. Name to type, in the table's order. */
  static Map<String, String> of(Client client, String database, String table) {
    Map<String, String> types = new LinkedHashMap<>();
    client.queryAll("SELECT name, type FROM system.columns WHERE database = {database:String} AND table = {table:String} ORDER BY position",
        Map.of("database", database, "table", table)).forEach(row -> types.put(row.getString(1), row.getString(2)));
    return types;
  }

  /** Why rows of these columns would be misread there; empty when they would not. */
  static List<String> differences(List<TableColumn> needed, Map<String, String> types) {
    List<String> differences = new ArrayList<>();
    for (TableColumn column : needed) {
      String type = types.get(column.name());
      if (type == null) {
        differences.add("it has no column " + column.name());
      } else if (!holds(type, column.type())) {
        differences.add(column.name() + " is " + type + " there and " + column.type() + " here");
      }
    }
    return differences;
  }

  /** Whether values of one type have their meaning in a column of the other: the same type, or a list of states with more at its end. */
  static boolean holds(String type, String written) {
    return type.equals(written)
        || states(written) != null && states(type) != null && states(type).entrySet().containsAll(states(written).entrySet());
  }

  private static Map<String, String> states(String type) {
    if (!type.startsWith("Enum8(")) {
      return null;
    }
    Map<String, String> states = new LinkedHashMap<>();
    Matcher matcher = STATE.matcher(type);
    while (matcher.find()) {
      states.put(matcher.group(1), matcher.group(2));
    }
    return states;
  }
}
