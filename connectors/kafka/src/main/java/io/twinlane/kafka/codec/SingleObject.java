package io.twinlane.kafka.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Avro's single-object envelope: two marker bytes, the writing schema's CRC-64-AVRO fingerprint (little endian), then the body. */
final class SingleObject implements Serializable {
  static final int HEADER_BYTES = 10;
  private static final short MARKER = (short) 0xC301;
  private static final int EXPECTED_BYTES = 512;

  private final byte[] header;
  private final long fingerprint;

  SingleObject(Schema schema) {
    fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    header = ByteBuffer.allocate(HEADER_BYTES).putShort(MARKER).order(ByteOrder.LITTLE_ENDIAN).putLong(fingerprint).array();
  }

  /** Writes an object's body. */
  interface Body {
    void write(BinaryEncoder encoder) throws IOException;
  }

  /** Reads an object's body. */
  interface Reading<T> {
    T of(BinaryDecoder decoder) throws IOException;
  }

  byte[] write(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(EXPECTED_BYTES);
    out.writeBytes(header);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      body.write(encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  long fingerprint() {
    return fingerprint;
  }

  /** Fingerprint of the schema that some bytes were written with. */
  static long fingerprint(byte[] bytes) {
    if (bytes == null || bytes.length < HEADER_BYTES || ByteBuffer.wrap(bytes).getShort() != MARKER) {
      throw new IllegalArgumentException("it is no Avro single object, which begins with C3 01 and the schema's fingerprint");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(Short.BYTES);
  }

  static BinaryDecoder decoder(byte[] bytes) {
    return DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
  }

  /** Reads a body, and sees to it that nothing is left behind it. */
  static <T> T read(byte[] bytes, Reading<T> reading) throws IOException {
    BinaryDecoder decoder = decoder(bytes);
    T read = reading.of(decoder);
    if (!decoder.isEnd()) {
      throw new IllegalArgumentException("bytes are left behind its last field");
    }
    return read;
  }

  static String hex(long fingerprint) {
    return HexFormat.of().toHexDigits(fingerprint);
  }
}
