package io.twinlane.catalog.derive;

import static io.twinlane.catalog.derive.ClickHouseColumn.quoted;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.TechnicalColumn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the catalog says, where the data is: tables of categories, sources, fields, states, units and instruments with their meanings. They
 * are tables, not views over literals, so that reading them takes no right but SELECT; each is replaced as a whole, in one step, whenever
 * the statements run.
 */
final class ClickHouseGlossary {
  static final String FILE = "glossary";

  private final Catalog catalog;

  private ClickHouseGlossary(Catalog catalog) {
    this.catalog = catalog;
  }

  static List<String> statements(Catalog catalog) {
    ClickHouseGlossary glossary = new ClickHouseGlossary(catalog);
    return List.of(glossary.categories(), glossary.sources(), glossary.fields(), glossary.states(), glossary.units(),
        glossary.instruments());
  }

  private String categories() {
    List<List<String>> rows = catalog.categories().stream().map(category -> List.of(
        quoted(category.name()), quoted(category.description()), quoted(category.identifier()), quoted(category.timestamp()),
        list(category.keys()), list(catalog.sourcesOf(category).stream().map(Source::name).toList()),
        quoted(ClickHouseTables.qualified(catalog, category.name() + "_values")),
        quoted(ClickHouseTables.qualified(catalog, category.name() + "_latest_values")),
        list(category.views().stream().map(view -> ClickHouseTables.qualified(catalog, view.name())).toList()),
        quoted(catalog.platform().silverNamespace() + "." + category.name()),
        quoted(days(category.retention())))).toList();
    return table("categories", "The kinds of data, and where to read each",
        List.of("category String", "meaning String", "identifier String", "timestamp String", "keys Array(String)", "sources Array(String)",
            "rows_in String", "latest_in String", "views Array(String)", "history_in String", "kept String"), "category", rows);
  }

  private String sources() {
    List<List<String>> rows = catalog.sources().stream().map(source -> List.of(
        quoted(source.name()), quoted(source.description()), quoted(source.lane().name().toLowerCase(Locale.ROOT)),
        list(source.categories().stream().sorted().toList()))).toList();
    return table("sources", "The publishers of data; lane live: streamed, files: landed in the lake",
        List.of("source_system String", "meaning String", "lane String", "categories Array(String)"), "source_system", rows);
  }

  private String fields() {
    List<List<String>> rows = new ArrayList<>();
    for (Category category : catalog.categories()) {
      for (Field field : category.fields()) {
        rows.add(List.of(quoted(category.name()), String.valueOf(rows.size()), quoted(field.name()), quoted(field.dtype().text()),
            quoted(field.unit()), String.valueOf(field.required()), quoted(field.description())));
      }
      for (TechnicalColumn column : TechnicalColumn.ALL) {
        rows.add(List.of(quoted(category.name()), String.valueOf(rows.size()), quoted(column.name()), quoted(column.dtype().text()),
            quoted(Field.NO_UNIT), "true", quoted(column.description())));
      }
    }
    return table("fields", "The fields of every category and the technical columns, in order; beside field f stand f_unit and f_state",
        List.of("category String", "place UInt32", "field String", "dtype String", "unit String", "required Bool", "meaning String"),
        "category, place", rows);
  }

  private String states() {
    List<List<String>> rows = catalog.states().list().stream()
        .map(state -> List.of(quoted(state.name()), quoted(state.meaning()))).toList();
    return table("states", "What the columns f_state can say", List.of("state " + ClickHouseColumns.stateType(catalog.states()), "meaning String"),
        "state", rows);
  }

  private String units() {
    List<List<String>> rows = catalog.units().stream().map(unit -> List.of(quoted(unit.name()), quoted(unit.description()))).toList();
    return table("units", "Names of units; a unit is an amount and a name, 1000_barrels. Currencies of an exchange's products need no entry",
        List.of("name String", "meaning String"), "name", rows);
  }

  private String instruments() {
    List<List<String>> rows = catalog.instruments().list().stream().map(instrument -> List.of(
        quoted(instrument.source()), quoted(instrument.id()), quoted(instrument.symbol()), optional(instrument.priceUnit()),
        optional(instrument.sizeUnit()))).toList();
    return table("instruments", "What a source's identifiers stand for",
        List.of("source_system String", "id String", "symbol String", "price_unit Nullable(String)", "size_unit Nullable(String)"),
        "source_system, id", rows);
  }

  /** A line a row; the types are those of the columns, so that a list without a value in it has one too. */
  private String table(String name, String comment, List<String> columns, String order, List<List<String>> rows) {
    String row = "Tuple(" + String.join(", ", columns) + ")";
    String names = columns.stream().map(column -> "entry." + column.substring(0, column.indexOf(' ')))
        .map(path -> path + " AS " + path.substring(path.indexOf('.') + 1)).collect(Collectors.joining(", "));
    String lines = rows.stream().map(cells -> "  (" + String.join(", ", cells) + ")").collect(Collectors.joining(",\n"));
    return ClickHouseTables.replace("TABLE", catalog, name, columns)
        + "\nENGINE = MergeTree"
        + "\nORDER BY (" + order + ")"
        + "\nCOMMENT " + quoted(comment)
        + "\nAS SELECT " + names
        + "\nFROM (SELECT arrayJoin(CAST([\n" + lines + "\n], " + quoted("Array(" + row + ")") + ")) AS entry)";
  }

  private static String list(List<String> texts) {
    return "[" + texts.stream().map(ClickHouseColumn::quoted).collect(Collectors.joining(", ")) + "]";
  }

  private static String days(Duration duration) {
    return duration.toHours() % 24 == 0 ? duration.toDays() + " days" : duration.toHours() + " hours";
  }

  private static String optional(String text) {
    return text == null ? "NULL" : quoted(text);
  }
}
