package io.twinlane.catalog.derive;

import static io.twinlane.catalog.derive.ClickHouseColumn.quoted;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import java.util.List;

/** {@code <category>_values} and {@code <category>_latest_values}: a category's rows for people, see {@link ValueColumns}. */
final class ClickHouseValues {
  private ClickHouseValues() {}

  static List<String> statements(Catalog catalog, Category category) {
    // FINAL stands in the text: a row and its replacement are never both seen, whatever the reader's profile says.
    return List.of(
        view(catalog, category, "", " FINAL", category.description()),
        view(catalog, category, "_latest", "", "The latest snapshot of " + category.name() + ", by source and "
            + String.join(", ", category.keys())));
  }

  private static String view(Catalog catalog, Category category, String of, String modifier, String comment) {
    List<ClickHouseColumn> columns = new ValueColumns(catalog, category).all();
    return ClickHouseTables.replace("VIEW", catalog, category.name() + of + "_values", ValueColumns.headings(columns))
        + "\nCOMMENT " + quoted(comment + "; without the columns that are the same on every row")
        + "\nAS SELECT\n  " + ValueColumns.names(columns)
        + "\nFROM " + ClickHouseTables.qualified(catalog, category.name() + of) + modifier;
  }
}
