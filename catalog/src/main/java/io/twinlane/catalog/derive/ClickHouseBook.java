package io.twinlane.catalog.derive;

import static io.twinlane.catalog.derive.ClickHouseColumn.quoted;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * The latest snapshot of an order book, which is more than the latest row per level: a snapshot message gives the whole book anew, so
 * levels that it does not name are gone, and a level of size 0 is gone too. {@code <category>_latest_reset} keeps where the newest snapshot
 * of each book begins. The order of arrival (offsets of one origin) rules, not the event time: an exchange's snapshot has none, so the
 * receive time stands in, and that may be later than the time of the updates that follow it.
 */
final class ClickHouseBook extends ClickHouseLatest {
  private static final String RESET_TYPE = "SimpleAggregateFunction(max, Tuple(Int64, DateTime64(6, 'UTC')))";

  ClickHouseBook(Catalog catalog, Category category) {
    super(catalog, category);
  }

  /** A category is a book when its rows say by {@code action} whether a {@code size} changed or all is given anew. */
  static boolean describes(Category category) {
    return category.fields().stream().map(Field::name).toList().containsAll(List.of("action", "size"));
  }

  @Override
  List<String> statements() {
    return List.of(createState(), createFeed(), createReset(), createResetFeed(), createView());
  }

  @Override
  List<String> keys() {
    List<String> keys = new ArrayList<>(books());
    category.keys().stream().filter(key -> !keys.contains(key)).forEach(keys::add);
    return keys;
  }

  @Override
  List<String> order() {
    return List.of("origin_offset", "row_index");
  }

  @Override
  String createView() {
    return viewHead(
        "The current book: levels at or after the newest snapshot of their source and " + category.identifier() + ", without empty ones")
        + "\nFROM (" + newestRows() + ") AS levels"
        + "\nINNER JOIN (" + newestSnapshots() + ") AS snapshots USING (" + String.join(", ", books()) + ")"
        + "\nWHERE newest_row.origin_offset >= snapshot_offset AND newest_row.size > 0";
  }

  private List<String> books() {
    return List.of("source_system", category.identifier(), "origin");
  }

  private String createReset() {
    List<String> definitions = new ArrayList<>(books().stream().map(key -> column(key).definition()).toList());
    definitions.add("snapshot " + RESET_TYPE + " COMMENT 'Offset and arrival of the newest snapshot; offset -1 when none was seen'");
    definitions.add(SEEN + " SimpleAggregateFunction(max, DateTime64(6, 'UTC')) COMMENT 'Newest arrival of the book'");
    return ClickHouseTables.create(catalog, category.name() + "_latest_reset", definitions)
        + "\nENGINE = AggregatingMergeTree"
        + "\nORDER BY (" + String.join(", ", books()) + ")"
        + ClickHouseTables.expires(SEEN, category.retention())
        + "\nCOMMENT " + quoted("Where the newest snapshot of each book begins");
  }

  private String createResetFeed() {
    return "CREATE MATERIALIZED VIEW IF NOT EXISTS " + qualified("_latest_reset_feed") + " TO " + qualified("_latest_reset") + " AS"
        + "\nSELECT\n  " + String.join(", ", books()) + ","
        + "\n  max(if(action = 'snapshot', (origin_offset, ingest_time), (toInt64(-1), toDateTime64(0, 6, 'UTC')))) AS snapshot,"
        + "\n  max(ingest_time) AS " + SEEN
        + "\nFROM " + qualified("")
        + "\nGROUP BY " + String.join(", ", books());
  }

  /** One origin a book: that of the snapshot that arrived last, should a book have moved from one partition to another. */
  private String newestSnapshots() {
    String book = "source_system, " + category.identifier();
    return "\n  SELECT " + book + ", argMax(origin, arrived) AS origin, argMax(begins, arrived) AS snapshot_offset FROM ("
        + "\n    SELECT " + book + ", origin, max(snapshot) AS last, last.1 AS begins, (last.2, origin) AS arrived FROM "
        + qualified("_latest_reset")
        + "\n    GROUP BY " + book + ", origin HAVING begins >= 0)"
        + "\n  GROUP BY " + book;
  }
}
