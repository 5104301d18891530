package io.twinlane.lake;

import io.twinlane.normalize.read.Utf8;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;

/** Keeps a raw message in two columns without losing a byte: as text when it is valid UTF-8, else as bytes. */
final class RawText {
  private RawText() {}

  /** The text column. */
  static StringData text(byte[] body) {
    return isText(body) ? StringData.fromBytes(body) : null;
  }

  /** The column of bytes. */
  static byte[] bytes(byte[] body) {
    return isText(body) ? null : body;
  }

  static byte[] read(RowData row, int textColumn, int bytesColumn) {
    return row.isNullAt(textColumn) ? row.getBinary(bytesColumn) : row.getString(textColumn).toBytes();
  }

  static boolean isText(byte[] body) {
    return Utf8.firstInvalid(body) < 0;
  }
}
