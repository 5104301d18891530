package io.twinlane.catalog.load;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.ColumnPattern;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.Unpivot;
import java.util.List;

/** Reads how a wide record becomes rows. */
final class UnpivotReader {
  private final SourceScope scope;
  private final Category category;

  UnpivotReader(SourceScope scope, Category category) {
    this.scope = scope;
    this.category = category;
  }

  /** Null when there is no unpivot. */
  Unpivot read(YamlNode node) {
    if (!node.present()) {
      return null;
    }
    node.only("columns", "name-field", "value-field", "unit");
    List<YamlNode> patterns = node.required("columns").items();
    patterns.forEach(this::checkMatches);
    Field name = field(node.required("name-field"));
    if (name != null && name.dtype() != null && name.dtype().kind() != Dtype.Kind.STRING) {
      node.optional("name-field").problem("field " + name.name() + " is a " + name.dtype().text() + ": a column's name is a string");
    }
    Field value = field(node.required("value-field"));
    return new Unpivot(patterns.stream().map(YamlNode::text).toList(), node.optional("name-field").text(),
        node.optional("value-field").text(), new UnitRuleReader(scope).read(node, value));
  }

  private Field field(YamlNode node) {
    String name = node.text();
    if (category == null || name.isEmpty()) {
      return null;
    }
    if (category.indexOf(name) < 0) {
      node.problem(Nearest.unknown("field", name, category.fields().stream().map(Field::name).toList()));
      return null;
    }
    return category.field(name);
  }

  private void checkMatches(YamlNode node) {
    String text = node.text();
    boolean matches = scope.columns().stream().anyMatch(column -> ColumnPattern.matches(text, column.name()));
    if (!text.isEmpty() && !scope.columns().isEmpty() && !matches) {
      node.problem("no column matches " + text);
    }
  }
}
