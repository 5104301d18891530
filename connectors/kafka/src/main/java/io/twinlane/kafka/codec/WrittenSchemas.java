package io.twinlane.kafka.codec;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;

/** The schemas that a topic's rows were written with: today's, which we write, and earlier ones by the fingerprint at the head of a row. */
final class WrittenSchemas implements Serializable {
  private final String name;
  private final SingleObject today;
  private final HashMap<Long, Schema> earlier = new HashMap<>();

  /** {@code name} is what the files of released schemas begin with; {@code released} may have today's among them. */
  WrittenSchemas(String name, String today, List<String> released) {
    this.name = name;
    this.today = new SingleObject(parse(today));
    for (String text : released) {
      Schema schema = parse(text);
      earlier.put(new SingleObject(schema).fingerprint(), schema);
    }
    earlier.remove(this.today.fingerprint());
  }

  SingleObject today() {
    return today;
  }

  /**
   * The row when an earlier schema wrote it; null when today's did. Throws {@link SchemaMissing} when no known one did and it is a row of
   * ours, another exception when it is none.
   */
  GenericRecord earlier(byte[] bytes) throws IOException {
    long fingerprint = SingleObject.fingerprint(bytes);
    if (fingerprint == today.fingerprint()) {
      return null;
    }
    Schema writer = earlier.get(fingerprint);
    if (writer == null && SchemaMissing.ours(bytes)) {
      throw SchemaMissing.of(name, SingleObject.hex(fingerprint));
    }
    if (writer == null) {
      throw new IllegalArgumentException("schema " + SingleObject.hex(fingerprint) + " is not known here; known are "
          + SingleObject.hex(today.fingerprint()) + " (now) and " + earlier.keySet().stream().map(SingleObject::hex).sorted().toList());
    }
    return SingleObject.read(bytes, decoder -> read(writer, bytes, decoder));
  }

  /** Passes over the row first, which takes no memory whatever lengths a damaged one claims. */
  private static GenericRecord read(Schema writer, byte[] bytes, BinaryDecoder decoder) throws IOException {
    GenericDatumReader.skip(writer, decoder);
    return new GenericDatumReader<GenericRecord>(writer).read(null, SingleObject.decoder(bytes));
  }

  private static Schema parse(String text) {
    return new Schema.Parser().parse(text);
  }
}
