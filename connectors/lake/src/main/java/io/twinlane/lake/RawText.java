package io.twinlane.lake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
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
    for (byte value : body) {
      if (value < 0) {
        return decodes(body);
      }
    }
    return true;
  }

  private static boolean decodes(byte[] body) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      decoder.decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
