package io.twinlane.local.days;

import java.io.IOException;
import java.util.List;

/** In what the days of a history differ: the catalog, which changes in the morning of one of them, or the topics, which each day has anew. */
record Variation(String database, Change first, Change later, Rules before, Rules after, boolean newTopics) {
  /** The day on which the catalog changes. */
  static final int CHANGES_ON = 4;

  private static final String IB = "catalog/sources/ib/mapping.yaml";
  private static final String THOUSANDS = "    numbers: {thousands: \",\"} ";

  /** A change to the catalog's files. */
  @FunctionalInterface
  interface Change {
    void to(CatalogFolder catalog) throws IOException;
  }

  private static final Change NONE = catalog -> {};

  static final Variation SAME_CATALOG = new Variation("same_catalog", NONE, NONE, Rules.STANDARD, Rules.STANDARD, false);

  static final Variation NEW_TOPICS = new Variation("new_topics", NONE, NONE, Rules.STANDARD, Rules.STANDARD, true);

  /** A field in the middle of the others, which the messages have said all along. */
  static final Variation ONE_FIELD_MORE = new Variation("one_field_more", NONE, catalog -> catalog
      .replace("catalog/categories/market_tick.yaml", "  - {name: volume,",
          "  - {name: mark_price, dtype: \"decimal(24,12)\", unit: varies, description: Mark price}\n  - {name: volume,")
      .replace(IB, "  - {name: volume_full,", "  - {name: mark_price, path: \"7635\", description: Mark price}\n  - {name: volume_full,")
      .replace(IB, "      volume: {", "      mark_price: {column: mark_price, unit: price}\n      volume: {")
      .replace(IB, "version: 1", "version: 2"),
      Rules.STANDARD, Rules.STANDARD.with("ib/2", "7635", "mark_price"), false);

  /** Sizes of bid and ask in each other's place, and "1,300" no number, until somebody looks. */
  static final Variation MENDED_MAPPING = new Variation("mended_mapping", catalog -> catalog
      .replace(IB, "bid_size, path: \"88\"", "bid_size, path: \"85\"").replace(IB, "ask_size, path: \"85\"", "ask_size, path: \"88\"")
      .replace(IB, THOUSANDS, "    # " + THOUSANDS),
      catalog -> catalog
      .replace(IB, "bid_size, path: \"85\"", "bid_size, path: \"88\"").replace(IB, "ask_size, path: \"88\"", "ask_size, path: \"85\"")
      .replace(IB, "    # " + THOUSANDS, THOUSANDS).replace(IB, "version: 1", "version: 2"),
      Rules.BROKEN, Rules.STANDARD.with("ib/2", "31", "last_price"), false);

  static final List<Variation> ALL = List.of(SAME_CATALOG, NEW_TOPICS, ONE_FIELD_MORE, MENDED_MAPPING);

  /** How messages are read at the end of a day. */
  Rules rules(int day) {
    return day < CHANGES_ON ? before : after;
  }

  /** The mapping version that no row should rest on any more; nothing before the change. */
  String replaced(int day) {
    return changed(day) ? before.version() : "\0";
  }

  /** Whether rows of an older mapping are still about. */
  boolean changed(int day) {
    return day >= CHANGES_ON && !before.equals(after);
  }

  @Override
  public String toString() {
    return database.replace('_', ' ');
  }
}
