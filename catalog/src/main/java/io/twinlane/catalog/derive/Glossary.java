package io.twinlane.catalog.derive;

import static io.twinlane.catalog.derive.Markdown.code;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.CategoryView;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.Reason;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.State;
import io.twinlane.catalog.TechnicalColumn;
import io.twinlane.catalog.Unit;
import java.util.Map;
import java.util.stream.Collectors;

/** The field glossary: every category with its fields, then the states, the reasons and the units. */
final class Glossary {
  private Glossary() {}

  public static Map<String, String> files(Catalog catalog) {
    Markdown page = new Markdown().heading(1, "Field glossary");
    page.paragraph("For every field `f` a row also has `f_dtype`, `f_unit` and `f_state`; the technical columns follow the fields. "
        + "Where a field's unit is `varies`, the row says which one.");
    catalog.categories().forEach(category -> category(page, catalog, category));
    page.heading(2, "Technical columns").table("column", "dtype", "meaning");
    TechnicalColumn.ALL.forEach(column -> page.row(code(column.name()), column.dtype().text(), column.description()));
    states(page, catalog);
    reasons(page, catalog);
    page.heading(2, "Units").paragraph("A unit is an amount and a name: `1_usd`, `1000_barrels`.").table("name", "meaning");
    for (Unit unit : catalog.units()) {
      page.row(code(unit.name()), unit.description());
    }
    return Map.of("glossary.md", page.text());
  }

  private static void category(Markdown page, Catalog catalog, Category category) {
    page.heading(2, category.name()).paragraph(category.description());
    String sources = catalog.sourcesOf(category).stream().map(Source::name).map(Markdown::code).collect(Collectors.joining(", "));
    page.paragraph("Identifier " + code(category.identifier()) + ", timestamp " + code(category.timestamp())
        + ". One entry of the latest snapshot stands for a source and its "
        + category.keys().stream().map(Markdown::code).collect(Collectors.joining(", "))
        + ". Fed by " + (sources.isEmpty() ? "no source yet" : sources) + ".");
    page.table("field", "dtype", "unit", "always there", "meaning");
    for (Field field : category.fields()) {
      String least = field.minimum() == null ? "" : ", " + field.minimum() + " or more";
      page.row(code(field.name()), field.dtype().text() + least, field.unit(), always(field), field.description());
    }
    places(page, catalog, category);
  }

  /** Where to read it: what every category has, and what this one declares. */
  private static void places(Markdown page, Catalog catalog, Category category) {
    page.table("in ClickHouse", "what it shows");
    String name = ClickHouseTables.qualified(catalog, category.name());
    page.row(code(name), "every row with every column")
        .row(code(name + "_values"), "every row as people read it: without what is the same on every row")
        .row(code(name + "_latest") + ", " + code(name + "_latest_values"), "the latest snapshot, in the same two ways");
    if (ClickHouseBook.describes(category)) {
      page.row(code(name + "_at(symbol = ..., source = ..., at = ...)"), "the book as the last message with an event time up to then left it");
    }
    for (CategoryView view : category.views()) {
      page.row(code(ClickHouseTables.qualified(catalog, view.name())), view.description() + " A row counts when the state of "
          + code(view.news()) + " is " + String.join(" or ", view.states()) + ". In Flink SQL: " + code(view.name()) + ".");
    }
  }

  private static String always(Field field) {
    if (field.exemption() != null) {
      return "unless " + code(field.exemption().field()) + " is " + code(field.exemption().value());
    }
    return field.required() ? "yes" : "";
  }

  private static void states(Markdown page, Catalog catalog) {
    page.heading(2, "States").table("code", "state", "meaning");
    for (State state : catalog.states().list()) {
      page.row(String.valueOf(catalog.states().code(state.name())), code(state.name()), state.meaning());
    }
  }

  private static void reasons(Markdown page, Catalog catalog) {
    page.heading(2, "Reasons").paragraph("Why a message or a row is no data: a drop gives no row on purpose, what is unqualified is kept whole.")
        .table("reason", "kind", "meaning");
    for (Reason reason : catalog.reasons()) {
      page.row(code(reason.name()), reason.kind() == Reason.Kind.DROP ? "drop" : "unqualified", reason.meaning());
    }
  }
}
