package io.twinlane.clickhouse;

import com.clickhouse.client.api.ServerException;
import java.util.Set;

/**
 * Tells a batch that ClickHouse will never take from one that it cannot take now. Only what is known to be the fault of a value counts;
 * everything else (no connection, no table yet, no right, too many parts, no memory) may be mended while we wait.
 */
final class DataErrors {
  /** Names as in ClickHouse's ErrorCodes.cpp. */
  private static final Set<Integer> CODES = Set.of(
      6,    // CANNOT_PARSE_TEXT
      32,   // ATTEMPT_TO_READ_AFTER_EOF
      33,   // CANNOT_READ_ALL_DATA
      36,   // BAD_ARGUMENTS
      53,   // TYPE_MISMATCH
      69,   // ARGUMENT_OUT_OF_BOUND
      70,   // CANNOT_CONVERT_TYPE
      117,  // INCORRECT_DATA
      131,  // TOO_LARGE_STRING_SIZE
      321,  // VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE
      349,  // CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN
      407,  // DECIMAL_OVERFLOW
      469,  // VIOLATED_CONSTRAINT
      691); // UNKNOWN_ELEMENT_OF_ENUM

  private DataErrors() {}

  static boolean includes(Exception failure) {
    return failure instanceof ServerException server && CODES.contains(server.getCode());
  }
}
