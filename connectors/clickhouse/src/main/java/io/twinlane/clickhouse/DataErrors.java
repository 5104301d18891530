package io.twinlane.clickhouse;

import com.clickhouse.client.api.ServerException;
import java.util.Set;

/**
 * Tells what a value may be at fault for from what it never is: no connection, no table, another type, no right, too many parts, no memory.
 * Each code is one that a row among others was seen to cause (RefusalTest), all of them in what somebody added to a table: a constraint, a
 * column that is worked out, a view behind it. Whether the row is at fault, or the addition, shows when the table takes other rows.
 */
final class DataErrors {
  /** Names as in ClickHouse's ErrorCodes.cpp. */
  private static final Set<Integer> CODES = Set.of(
      6,    // CANNOT_PARSE_TEXT
      38,   // CANNOT_PARSE_DATE
      41,   // CANNOT_PARSE_DATETIME
      117,  // INCORRECT_DATA
      131,  // TOO_LARGE_STRING_SIZE
      153,  // ILLEGAL_DIVISION
      349,  // CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN
      395,  // FUNCTION_THROW_IF_VALUE_IS_NON_ZERO
      407,  // DECIMAL_OVERFLOW
      469,  // VIOLATED_CONSTRAINT
      691); // UNKNOWN_ELEMENT_OF_ENUM

  private DataErrors() {}

  static boolean includes(Exception failure) {
    return failure instanceof ServerException server && CODES.contains(server.getCode());
  }
}
