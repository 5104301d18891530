package io.twinlane.jobs.compute;

import io.twinlane.catalog.Computation;

/** The query as its team wrote it, so that lines and columns stay right, without what editors and habits add around it. */
final class QueryText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private QueryText() {}

  static String of(Computation computation) {
    String sql = computation.sql().replace("\r\n", "\n");
    return sql.startsWith(BYTE_ORDER_MARK) ? sql.substring(1) : sql;
  }
}
