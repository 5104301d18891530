package io.twinlane.catalog.derive;

import static io.twinlane.catalog.derive.ClickHouseColumn.quoted;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.CategoryView;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A view that a category declares, in ClickHouse: the rows with news, with the values that are new with them. */
final class ClickHouseDeclaredView {
  private final Catalog catalog;
  private final Category category;
  private final CategoryView view;
  private final ValueColumns columns;
  private final List<String> headings = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  private ClickHouseDeclaredView(Catalog catalog, Category category, CategoryView view) {
    this.catalog = catalog;
    this.category = category;
    this.view = view;
    this.columns = new ValueColumns(catalog, category);
  }

  static List<String> statements(Catalog catalog, Category category) {
    return category.views().stream().map(view -> new ClickHouseDeclaredView(catalog, category, view).statement()).toList();
  }

  private String statement() {
    columns.head().forEach(this::addPlain);
    view.columns().forEach(this::addField);
    columns.tail().forEach(this::addPlain);
    return ClickHouseTables.replace("VIEW", catalog, view.name(), headings)
        + "\nCOMMENT " + quoted(view.description())
        + "\nAS SELECT\n  " + String.join(",\n  ", values)
        + "\nFROM " + ClickHouseTables.qualified(catalog, category.name()) + " FINAL"
        + "\nWHERE " + isNew(view.news());
  }

  private void addPlain(ClickHouseColumn column) {
    headings.add(column.heading());
    values.add(column.name());
  }

  /** Where the value is not new with the row, it is none: null, and MISSING as its state. */
  private void addField(CategoryView.Column shown) {
    Field field = category.field(shown.field());
    String isNew = isNew(field.name());
    ClickHouseColumn value = columns.column(field.name());
    add(shown, value, value.nullableType(), "if(" + isNew + ", " + field.name() + ", NULL)");
    for (ClickHouseColumn meta : columns.beside(field)) {
      boolean state = meta.name().endsWith("_state");
      add(shown, meta, meta.type(), state ? "if(" + isNew + ", " + meta.name() + ", " + quoted(States.MISSING) + ")" : meta.name());
    }
  }

  private void add(CategoryView.Column shown, ClickHouseColumn column, String type, String value) {
    String name = shown.name() + column.name().substring(shown.field().length());
    String comment = column.comment().replace(shown.field() + "_unit", shown.name() + "_unit")
        .replace(" of " + shown.field() + ":", " of " + shown.name() + ":").replace(" of " + shown.field() + ";", " of " + shown.name() + ";");
    headings.add(new ClickHouseColumn(name, type, null, null, comment).heading());
    values.add(value.equals(name) ? name : value + " AS " + name);
  }

  private String isNew(String field) {
    return field + "_state IN (" + view.states().stream().map(ClickHouseColumn::quoted).collect(Collectors.joining(", ")) + ")";
  }
}
