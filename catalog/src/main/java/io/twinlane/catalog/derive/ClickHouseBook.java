package io.twinlane.catalog.derive;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * The latest snapshot of an order book, which is more than the latest row per level: a snapshot message gives the whole book anew, so
 * levels that it does not name are gone, and a level of size 0 is gone too. Beside its levels a book has an entry of its own in the state,
 * without side and price, that keeps where its newest snapshot begins: in the same table, so that a reader never sees the new levels of a
 * message without the end of the old ones. The order of arrival (offsets of one origin) rules, not the event time: an exchange's snapshot
 * has none, so the receive time stands in, and that may be later than the time of the updates that follow it.
 */
final class ClickHouseBook extends ClickHouseLatest {
  /** The actions by which a message says that what was known of the book before is gone. */
  static final String BEGINS = "action IN ('snapshot', 'clear')";
  private static final String BEGIN_TYPE = "SimpleAggregateFunction(max, Tuple(Int64, DateTime64(6, 'UTC')))";
  private static final List<String> LEVEL = List.of("side", "price");

  ClickHouseBook(Catalog catalog, Category category) {
    super(catalog, category);
  }

  /** A category is a book when its rows say by {@code action} whether a level of a {@code side} changed or all is given anew. */
  static boolean describes(Category category) {
    return category.fields().stream().map(Field::name).toList().containsAll(
        List.of("action", "side", "price", "size", Category.EVENT_END));
  }

  @Override
  List<String> keys() {
    List<String> keys = new ArrayList<>(List.of("source_system", category.identifier(), "origin"));
    keys.addAll(LEVEL);
    return keys;
  }

  @Override
  List<String> order() {
    return List.of("origin_offset", "row_index");
  }

  @Override
  List<String> moreState() {
    return List.of("begins " + BEGIN_TYPE + " COMMENT 'Offset and arrival of the newest row that began the book anew; offset -1: none'");
  }

  @Override
  List<String> feedColumns() {
    List<String> columns = new ArrayList<>(
        List.of("source_system", category.identifier(), "origin", "entry.1 AS side", "entry.2 AS price"));
    columns.add(newestState());
    columns.add("max(if(" + BEGINS + ", (origin_offset, ingest_time), (toInt64(-1), toDateTime64(0, 6, 'UTC')))) AS begins");
    return columns;
  }

  /** The last row of a message, and each one that begins the book anew, count twice: for their level, and for the book as a whole. */
  @Override
  String fed() {
    return "(SELECT * EXCEPT (side, price), arrayJoin(if(" + Category.EVENT_END + " OR " + BEGINS
        + ", [(toString(side), price), ('', NULL)], [(toString(side), price)])) AS entry FROM " + qualified("") + ")";
  }

  @Override
  String createView() {
    return viewHead("The current book: levels at or after the newest snapshot of their source and " + category.identifier()
        + ", without empty ones")
        + "\nFROM (\n  SELECT *, argMax((origin, began.1), (began.2, origin)) OVER (PARTITION BY source_system, " + category.identifier()
        + ") AS book\n  FROM (SELECT " + String.join(", ", keys()) + ", argMaxMerge(newest) AS newest_row, max(begins) AS began FROM "
        + qualified("_latest_state") + "\n    GROUP BY " + String.join(", ", keys()) + "))"
        + "\nWHERE side != '' AND origin = book.1 AND book.2 >= 0 AND newest_row.origin_offset >= book.2 AND newest_row.size > 0";
  }
}
