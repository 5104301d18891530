package io.twinlane.kafka.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

/** Optional texts and bytes as Avro's union of null and the type. */
final class Cells {
  private Cells() {}

  static void writeOptionalText(String text, BinaryEncoder encoder) throws IOException {
    encoder.writeIndex(text == null ? 0 : 1);
    if (text != null) {
      encoder.writeString(text);
    }
  }

  static String readOptionalText(BinaryDecoder decoder) throws IOException {
    return decoder.readIndex() == 0 ? null : decoder.readString();
  }

  static void writeOptionalBytes(byte[] bytes, BinaryEncoder encoder) throws IOException {
    encoder.writeIndex(bytes == null ? 0 : 1);
    if (bytes != null) {
      encoder.writeBytes(bytes);
    }
  }

  static byte[] readOptionalBytes(BinaryDecoder decoder) throws IOException {
    if (decoder.readIndex() == 0) {
      return null;
    }
    ByteBuffer read = decoder.readBytes(null);
    byte[] bytes = new byte[read.remaining()];
    read.get(bytes);
    return bytes;
  }
}
