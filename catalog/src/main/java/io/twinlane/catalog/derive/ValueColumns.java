package io.twinlane.catalog.derive;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.TechnicalColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A category's columns as people read them: whose, when and from whom first, then the values with what must be known beside them,
 * technical columns last. What is the same on every row of every source (dtypes, the unit of a time) is not among them.
 */
final class ValueColumns {
  private static final String SOURCE = "source_system";

  private final Category category;
  private final List<ClickHouseColumn> columns;

  ValueColumns(Catalog catalog, Category category) {
    this.category = category;
    this.columns = ClickHouseColumns.of(catalog, category);
  }

  List<ClickHouseColumn> all() {
    List<ClickHouseColumn> all = new ArrayList<>(head());
    category.fields().stream().filter(field -> !isHead(field)).sorted(Comparator.comparing(ValueColumns::isTime)).forEach(field -> {
      all.add(column(field.name()));
      all.addAll(beside(field));
    });
    all.addAll(tail());
    return all;
  }

  private boolean isHead(Field field) {
    return field.name().equals(category.identifier()) || field.name().equals(category.timestamp());
  }

  /** Times other than the designated one are seldom asked for and take much room: they come after the values. */
  private static boolean isTime(Field field) {
    return field.dtype().kind() == Dtype.Kind.TIMESTAMP;
  }

  List<ClickHouseColumn> head() {
    return List.of(column(category.identifier()), column(category.timestamp()), column(SOURCE));
  }

  /** The unit where there is one, and the state. */
  List<ClickHouseColumn> beside(Field field) {
    ClickHouseColumn state = column(field.name() + "_state");
    boolean unit = !field.unit().equals(Field.NO_UNIT) && !isTime(field);
    return unit ? List.of(column(field.name() + "_unit"), state) : List.of(state);
  }

  List<ClickHouseColumn> tail() {
    List<ClickHouseColumn> tail = new ArrayList<>();
    List.of(category.identifier(), category.timestamp()).forEach(name -> tail.addAll(beside(category.field(name))));
    TechnicalColumn.ALL.stream().filter(technical -> !technical.name().equals(SOURCE)).forEach(c -> tail.add(column(c.name())));
    return tail;
  }

  ClickHouseColumn column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  static List<String> headings(List<ClickHouseColumn> columns) {
    return columns.stream().map(ClickHouseColumn::heading).toList();
  }

  static String names(List<ClickHouseColumn> columns) {
    return String.join(",\n  ", columns.stream().map(ClickHouseColumn::name).toList());
  }
}
