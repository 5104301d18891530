package io.twinlane.clickhouse;

import io.twinlane.catalog.derive.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What brings a table of an earlier catalog to today's without touching what its rows mean: columns that are new, lists of states that have
 * grown. Everything else is told, not done.
 */
record TableChanges(List<String> statements, List<String> obstacles) {
  static TableChanges of(DeclaredTable declared, Map<String, String> types, String sortingKey, String engine, boolean empty) {
    TableChanges changes = new TableChanges(new ArrayList<>(), new ArrayList<>());
    String before = null;
    for (int i = 0; i < declared.columns().size(); i++) {
      TableColumn column = declared.columns().get(i);
      String type = types.get(column.name());
      if (type == null) {
        changes.add(declared, i, before, empty);
      } else if (!type.equals(column.type())) {
        changes.change(declared, column, type);
      }
      before = column.name();
    }
    if (!sortingKey.equals(declared.sortingKey())) {
      changes.obstacles.add("it is sorted by (" + sortingKey + "), declared is (" + declared.sortingKey() + ")");
    }
    String chooses = DeclaredTable.choosesBy(engine);
    if (!chooses.equals(DeclaredTable.choosesBy(declared.engine()))) {
      changes.obstacles.add("its engine is " + engine.replaceFirst(" (PARTITION|PRIMARY|ORDER) BY.*", "") + ", declared is " + declared.engine());
    }
    return changes;
  }

  /** A value column has a state beside it; where rows of before must have a value, there is none that would be true. */
  private void add(DeclaredTable table, int place, String before, boolean empty) {
    TableColumn column = table.columns().get(place);
    if (!empty && table.has(column.name() + "_state") && !column.type().contains("Nullable(")) {
      obstacles.add(column.name() + " is new and required, and rows of before have none: declare it without required");
      return;
    }
    statements.add("ALTER TABLE " + table.fullName() + " ADD COLUMN IF NOT EXISTS " + table.definitions().get(place)
        + (before == null ? " FIRST" : " AFTER " + before));
  }

  private void change(DeclaredTable table, TableColumn column, String type) {
    if (TableColumns.holds(column.type(), type)) {
      statements.add("ALTER TABLE " + table.fullName() + " MODIFY COLUMN " + column.name() + " " + column.type());
    } else if (!TableColumns.holds(type, column.type())) {
      obstacles.add(column.name() + " is " + type + ", declared is " + column.type());
    }
  }
}
