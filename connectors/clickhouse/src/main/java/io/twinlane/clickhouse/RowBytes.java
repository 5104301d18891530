package io.twinlane.clickhouse;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.math.BigDecimal;

/**
 * How many bytes of the heap rows take at most, with compressed references. A text counts as if each character took two bytes, which is more
 * than its UTF-8 takes unless it is of Asian scripts (three for two).
 */
final class RowBytes {
  private static final int ROW = 88;
  private static final int ARRAY = 24;
  private static final int REFERENCE = 4;
  private static final int TEXT = 48;
  private static final int LONG = 24;
  /** With an unscaled value that no long holds. */
  private static final int DECIMAL = 112;

  private RowBytes() {}

  static long of(CategoryRow row) {
    long bytes = ROW + 3 * ARRAY + (2L * REFERENCE + 1) * row.values.length
        + text(row.category) + text(row.sourceSystem) + text(row.origin) + text(row.mappingVersion);
    for (Object value : row.values) {
      bytes += value instanceof String text ? text(text) : value instanceof BigDecimal ? DECIMAL : value instanceof Long ? LONG : 0;
    }
    for (String unit : row.units) {
      bytes += text(unit);
    }
    return bytes;
  }

  static long of(UnqualifiedRow row) {
    return ROW + ARRAY + row.raw().length + text(row.sourceSystem()) + text(row.category()) + text(row.reason()) + text(row.explanation())
        + text(row.field()) + text(row.rawValue()) + text(row.origin()) + text(row.mappingVersion());
  }

  private static long text(String text) {
    return text == null ? 0 : TEXT + 2L * text.length();
  }
}
