package io.twinlane.kafka.codec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

/**
 * Texts, bytes and Avro's union of null and a type. Avro's own decoder takes whatever memory a damaged length claims: here a length is
 * held against what is left to read.
 */
final class AvroValues {
  private AvroValues() {}

  static void writeOptionalText(String text, BinaryEncoder encoder) throws IOException {
    encoder.writeIndex(text == null ? 0 : 1);
    if (text != null) {
      encoder.writeString(text);
    }
  }

  static String readOptionalText(BinaryDecoder decoder) throws IOException {
    return present(decoder) ? text(decoder) : null;
  }

  static void writeOptionalBytes(byte[] bytes, BinaryEncoder encoder) throws IOException {
    encoder.writeIndex(bytes == null ? 0 : 1);
    if (bytes != null) {
      encoder.writeBytes(bytes);
    }
  }

  static byte[] readOptionalBytes(BinaryDecoder decoder) throws IOException {
    return present(decoder) ? bytes(decoder) : null;
  }

  /** Whether the value of a union is there. */
  static boolean present(BinaryDecoder decoder) throws IOException {
    int index = decoder.readIndex();
    if (index != 0 && index != 1) {
      throw new IllegalArgumentException("a union of two types has no place " + index);
    }
    return index == 1;
  }

  static String text(BinaryDecoder decoder) throws IOException {
    return new String(bytes(decoder), StandardCharsets.UTF_8);
  }

  static byte[] bytes(BinaryDecoder decoder) throws IOException {
    long length = decoder.readLong();
    int left = decoder.inputStream().available();
    if (length < 0 || length > left) {
      throw new EOFException("a value of " + length + " bytes where " + left + " are left");
    }
    byte[] bytes = new byte[(int) length];
    decoder.readFixed(bytes);
    return bytes;
  }
}
