package io.twinlane.lake;

import io.twinlane.normalize.UnqualifiedRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/** Turns rows of an unqualified table back into unqualified rows: what was written comes back equal. */
final class UnqualifiedReader {
  static final List<String> COLUMNS = List.of("source_system", "category", "reason", "explanation", "field", "raw_value", "raw",
      "raw_bytes", "origin", "origin_offset", "row_index", "mapping_version", "receive_time", "ingest_time");

  private UnqualifiedReader() {}

  /** The row whose cells, as {@link LakeCells} has them, stand at these places. */
  static UnqualifiedRow row(IntFunction<Object> cells) {
    return new UnqualifiedRow(text(cells, 0), text(cells, 1), text(cells, 2), text(cells, 3), text(cells, 4), text(cells, 5),
        raw(text(cells, 6), (byte[]) cells.apply(7)), text(cells, 8), (long) cells.apply(9), Math.toIntExact((long) cells.apply(10)),
        text(cells, 11), (long) cells.apply(12), (long) cells.apply(13));
  }

  private static String text(IntFunction<Object> cells, int place) {
    return (String) cells.apply(place);
  }

  private static byte[] raw(String text, byte[] bytes) {
    return text == null ? bytes : text.getBytes(StandardCharsets.UTF_8);
  }
}
