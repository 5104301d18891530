package io.twinlane.catalog.derive;

import static io.twinlane.catalog.derive.ClickHouseColumn.quoted;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;

/**
 * {@code <category>_at(symbol, source, at)}: the book of one source and symbol as it stood at a moment. It is the book that the last message
 * with an event time up to then left, so always one that really stood: arrival decides what came before what, as in the latest snapshot,
 * because the receive time that stands in for a snapshot's own may be later than the updates that follow it.
 */
final class ClickHouseBookAt {
  private static final String AT = "{at:DateTime64(6, 'UTC')}";

  private final Catalog catalog;
  private final Category category;

  ClickHouseBookAt(Catalog catalog, Category category) {
    this.catalog = catalog;
    this.category = category;
  }

  /** Repeats need no FINAL here: the newest row of a level is the same however often it is there. */
  String statement() {
    String identifier = category.identifier();
    String name = ClickHouseTables.qualified(catalog, category.name() + "_at");
    return "CREATE OR REPLACE VIEW " + name
        + "\nCOMMENT " + quoted("The book of one source and symbol at a moment, best levels first: SELECT * FROM " + name
            + "(symbol = 'BTC-USD', source = 'coinbase', at = '2026-11-20 14:30:05')")
        + "\nAS SELECT side, price, newest.price_unit AS price_unit, newest.size AS size, newest.size_unit AS size_unit,"
        + " newest.changed AS " + category.timestamp() + ", newest.origin AS origin, newest.origin_offset AS origin_offset"
        + "\nFROM ("
        + "\n  SELECT side, price, argMax(CAST(tuple(price_unit, size, size_unit, " + category.timestamp() + ", origin, origin_offset),"
        + " " + quoted("Tuple(price_unit String, size " + size() + ", size_unit String, changed DateTime64(6, 'UTC'), origin String,"
            + " origin_offset Int64)") + "), (origin_offset, row_index)) AS newest"
        + "\n  FROM " + rows() + " AS levels INNER JOIN (" + span() + ") AS span USING (origin)"
        + "\n  WHERE " + identifier + " = {symbol:String} AND source_system = {source:String} AND origin_offset BETWEEN begins AND ends"
        + "\n  GROUP BY side, price)"
        + "\nWHERE newest.size > 0"
        + "\nORDER BY side, if(side = 'bid', -price, price)";
  }

  /** From where to where the book's rows lie: one origin a book, that of the beginning that arrived last. */
  private String span() {
    return "\n    SELECT argMax(origin, arrived) AS origin, argMax(begun.1, arrived) AS begins, argMax(ends, arrived) AS ends FROM ("
        + "\n      SELECT origin, ends, max((origin_offset, ingest_time)) AS begun, (begun.2, origin) AS arrived"
        + "\n      FROM " + rows() + " AS beginnings INNER JOIN ("
        + "\n        SELECT origin, max(origin_offset) AS ends FROM " + rows()
        + "\n        WHERE " + book() + " AND " + category.timestamp() + " <= " + AT + " GROUP BY origin) AS happened USING (origin)"
        + "\n      WHERE " + book() + " AND " + ClickHouseBook.BEGINS + " AND origin_offset <= ends"
        + "\n      GROUP BY origin, ends)"
        + "\n    HAVING count() > 0";
  }

  private String book() {
    return category.identifier() + " = {symbol:String} AND source_system = {source:String}";
  }

  private String rows() {
    return ClickHouseTables.qualified(catalog, category.name());
  }

  private String size() {
    return new ValueColumns(catalog, category).column("size").nullableType();
  }
}
