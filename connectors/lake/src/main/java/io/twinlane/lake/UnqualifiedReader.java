package io.twinlane.lake;

import io.twinlane.normalize.UnqualifiedRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.iceberg.data.Record;

/** Turns rows of an unqualified table back into unqualified rows: what was written comes back equal. */
final class UnqualifiedReader {
  static final List<String> COLUMNS = List.of("source_system", "category", "reason", "explanation", "field", "raw_value", "raw",
      "raw_bytes", "origin", "origin_offset", "row_index", "mapping_version", "receive_time", "ingest_time");

  private UnqualifiedReader() {}

  static UnqualifiedRow row(Record record) {
    return new UnqualifiedRow((String) record.get(0), (String) record.get(1), (String) record.get(2), (String) record.get(3),
        (String) record.get(4), (String) record.get(5), raw((String) record.get(6), (ByteBuffer) record.get(7)), (String) record.get(8),
        (long) record.get(9), Math.toIntExact((long) record.get(10)), (String) record.get(11), SilverReader.micros(record.get(12)),
        SilverReader.micros(record.get(13)));
  }

  private static byte[] raw(String text, ByteBuffer buffer) {
    if (text != null) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
