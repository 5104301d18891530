package io.twinlane.catalog.derive;

/**
 * Which of two rows of one identity ClickHouse keeps: the one of the greater rank, whatever the order in which they come. A mapping that was
 * mended gives better rows than the one before it, and those come again whenever a topic is read anew; of two rows of one mapping the better
 * one is that whose state reaches further back.
 */
public final class ClickHouseRank {
  /** Of a row of any of our tables: the number of its mapping version, 0 where it has none. */
  public static final String MAPPING = "toUInt64OrZero(splitByChar('/', mapping_version)[-1])";

  /** Of a category's row: the mapping's number, then the complement of the place where its state begins. */
  static final String OF_ROW = "bitOr(bitShiftLeft(toUInt128(" + MAPPING + "), 64), toUInt128(bitNot(toUInt64(merged_from))))";
  static final String TYPE = "UInt128";
  static final String ENGINE = "\nENGINE = ReplacingMergeTree(row_rank)";

  private ClickHouseRank() {}

  /** The column that the engine compares; it is on disk, and in no SELECT * and no insert. */
  static String definition() {
    return definition(TYPE, OF_ROW, "that of its mapping version, then of the state that reaches further back");
  }

  /** That of unqualified rows, which rest on their own message alone. */
  static String ofUnqualified() {
    return definition("UInt64", MAPPING, "that of its mapping version");
  }

  private static String definition(String type, String expression, String number) {
    return "row_rank " + type + " MATERIALIZED " + expression
        + " COMMENT 'Of two rows of one identity the one with the greater number stays: " + number + "' CODEC(ZSTD(1))";
  }
}
