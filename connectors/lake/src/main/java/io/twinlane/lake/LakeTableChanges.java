package io.twinlane.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Types.NestedField;

/**
 * What brings a table of an earlier catalog to today's, by the names of columns: the table's ids are its own and stay. New columns go to its
 * end, and what rows need not have any more becomes optional. Another type is refused: files of before would be read as another thing.
 */
final class LakeTableChanges {
  private final Table table;
  private final List<NestedField> added = new ArrayList<>();
  private final List<String> optional = new ArrayList<>();

  private LakeTableChanges(Table table) {
    this.table = table;
  }

  /** Throws when a column has another type than the one declared. */
  static LakeTableChanges of(String name, Table table, Schema declared) {
    LakeTableChanges changes = new LakeTableChanges(table);
    List<String> obstacles = new ArrayList<>();
    for (NestedField column : declared.columns()) {
      NestedField there = table.schema().findField(column.name());
      if (there == null) {
        changes.added.add(column);
      } else if (!there.type().equals(column.type())) {
        obstacles.add(column.name() + " is " + there.type() + ", declared is " + column.type());
      }
    }
    if (!obstacles.isEmpty()) {
      throw new IllegalStateException("Cannot use table " + name + " of the lake: " + String.join("; ", obstacles)
          + ". Give the field a new name instead");
    }
    table.schema().columns().stream().filter(NestedField::isRequired).map(NestedField::name)
        .filter(column -> declared.findField(column) == null || declared.findField(column).isOptional()).forEach(changes.optional::add);
    return changes;
  }

  /** Changes nothing when there is nothing to change. */
  void apply() {
    if (added.isEmpty() && optional.isEmpty()) {
      return;
    }
    UpdateSchema update = table.updateSchema();
    added.forEach(column -> update.addColumn(column.name(), column.type(), column.doc())); // optional: rows of before have none
    optional.forEach(update::makeColumnOptional);
    update.commit();
  }
}
