package io.twinlane.catalog.load;

import io.twinlane.catalog.Column;
import io.twinlane.catalog.Identifier;
import io.twinlane.catalog.Nearest;
import java.util.List;

/** What the rules of one source mapping may refer to. No columns means that they could not be read: nothing is said of them then. */
record SourceScope(Vocabulary vocabulary, List<Column> columns, Identifier identifier) {

  /** The column that a text names, for a single value; tells a name that is none, and an array. */
  String column(YamlNode node) {
    Column found = find(node);
    if (found != null && found.array()) {
      node.problem("column " + found.name() + " is an array: take it apart with each");
    }
    return node.text();
  }

  /** The array column that a text names. */
  String array(YamlNode node) {
    Column found = find(node);
    if (found != null && !found.array()) {
      node.problem("column " + found.name() + " is no array: declare it with array: true, or use it without each");
    }
    return node.text();
  }

  private Column find(YamlNode node) {
    String name = node.text();
    Column found = columns.stream().filter(column -> column.name().equals(name)).findFirst().orElse(null);
    if (found == null && !name.isEmpty() && !columns.isEmpty()) {
      node.problem(Nearest.unknown("column", name, columns.stream().map(Column::name).toList()));
    }
    return found;
  }

  /** Whether prices and sizes have units by their instrument. */
  boolean hasRoles() {
    return identifier != null && (identifier.table() || identifier.split() != null);
  }
}
