package io.twinlane.catalog.derive;

/**
 * Which of two rows of one identity ClickHouse keeps: the one of the greater rank, whatever the order in which they come. A mapping that was
 * mended gives better rows than the one before it, and those come again whenever a topic is read anew.
 */
public final class ClickHouseRank {
  /** Of a row of any of our tables: the number of its mapping version, 0 where it has none. */
  public static final String OF_ROW = "toUInt64OrZero(splitByChar('/', mapping_version)[-1])";

  static final String TYPE = "UInt64";
  static final String ENGINE = "\nENGINE = ReplacingMergeTree(row_rank)";

  private ClickHouseRank() {}

  /** The column that the engine compares; it is on disk, and in no SELECT * and no insert. */
  static String definition() {
    return "row_rank " + TYPE + " MATERIALIZED " + OF_ROW
        + " COMMENT 'Of two rows of one identity the one with the greater number stays: that of its mapping version' CODEC(ZSTD(1))";
  }
}
