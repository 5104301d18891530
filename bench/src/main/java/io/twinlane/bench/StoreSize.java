package io.twinlane.bench;

import java.util.Locale;

/** What a row of a category takes in a store: bytes without and with its columns f_dtype, f_unit and f_state. */
record StoreSize(String store, String category, long rows, double without, double with) {
  static final String HEADER = """
      | store | category | rows | bytes/row without meta fields | with meta fields | ratio |
      |---|---|---:|---:|---:|---:|""";

  /** As a line of the table below {@link #HEADER}. */
  String line() {
    return String.format(Locale.ROOT, "| %s | %s | %,d | %.1f | %.1f | %.2f |", store, category, rows, without, with, with / without);
  }
}
