package io.twinlane.catalog.derive;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.CategoryView;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.catalog.TechnicalColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The views that a category declares, in Flink SQL: the same rows and columns as the views of these names in ClickHouse. */
final class FlinkViews {
  private static final String STATE = "_state";

  private FlinkViews() {}

  static List<String> createStatements(Category category) {
    return category.views().stream().map(view -> createStatement(category, view)).toList();
  }

  private static String createStatement(Category category, CategoryView view) {
    List<String> columns = new ArrayList<>(List.of(name(category.identifier()), name(category.timestamp()), name("source_system")));
    view.columns().forEach(shown -> columns.addAll(columns(category.field(shown.field()), shown.name(), view)));
    columns.add(name(category.identifier() + STATE));
    columns.add(name(category.timestamp() + STATE));
    TechnicalColumn.ALL.stream().map(TechnicalColumn::name).filter(name -> !name.equals("source_system")).forEach(c -> columns.add(name(c)));
    columns.add(name(FlinkTables.timeAttribute(category)));
    return "CREATE VIEW " + name(view.name()) + " COMMENT " + FlinkTables.quoted(view.description())
        + " AS SELECT\n  " + String.join(",\n  ", columns)
        + "\nFROM " + name(category.name())
        + "\nWHERE " + isNew(view.news(), view);
  }

  private static List<String> columns(Field field, String shown, CategoryView view) {
    String isNew = isNew(field.name(), view);
    List<String> columns = new ArrayList<>();
    columns.add("CASE WHEN " + isNew + " THEN " + name(field.name()) + " END AS " + name(shown));
    if (!field.unit().equals(Field.NO_UNIT) && field.dtype().kind() != Dtype.Kind.TIMESTAMP) {
      columns.add(name(field.name() + "_unit") + " AS " + name(shown + "_unit"));
    }
    columns.add("CASE WHEN " + isNew + " THEN " + name(field.name() + STATE) + " ELSE " + FlinkTables.quoted(States.MISSING) + " END AS "
        + name(shown + STATE));
    return columns;
  }

  private static String isNew(String field, CategoryView view) {
    return name(field + STATE) + " IN (" + view.states().stream().map(FlinkTables::quoted).collect(Collectors.joining(", ")) + ")";
  }

  private static String name(String name) {
    return "`" + name + "`";
  }
}
