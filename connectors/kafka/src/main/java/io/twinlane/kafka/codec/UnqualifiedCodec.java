package io.twinlane.kafka.codec;

import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.normalize.UnqualifiedRow;
import java.io.IOException;
import java.io.Serializable;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

/** Unqualified rows as Avro single objects. */
public final class UnqualifiedCodec implements Serializable {
  private final SingleObject envelope = new SingleObject(new Schema.Parser().parse(AvroSchemas.unqualified()));

  public byte[] encode(UnqualifiedRow row) {
    return envelope.write(encoder -> write(row, encoder));
  }

  public UnqualifiedRow decode(byte[] bytes) {
    try {
      return read(envelope.body(bytes));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("Cannot read an unqualified row: " + e.getMessage(), e);
    }
  }

  private static void write(UnqualifiedRow row, BinaryEncoder encoder) throws IOException {
    encoder.writeString(row.sourceSystem());
    Cells.writeOptionalText(row.category(), encoder);
    encoder.writeString(row.reason());
    encoder.writeString(row.explanation());
    Cells.writeOptionalText(row.field(), encoder);
    Cells.writeOptionalText(row.rawValue(), encoder);
    Cells.writeOptionalBytes(row.raw(), encoder);
    encoder.writeString(row.origin());
    encoder.writeLong(row.originOffset());
    encoder.writeLong(row.rowIndex());
    encoder.writeString(row.mappingVersion());
    encoder.writeLong(row.receiveTime());
    encoder.writeLong(row.ingestTime());
  }

  private static UnqualifiedRow read(BinaryDecoder decoder) throws IOException {
    return new UnqualifiedRow(
        decoder.readString(), Cells.readOptionalText(decoder), decoder.readString(), decoder.readString(),
        Cells.readOptionalText(decoder), Cells.readOptionalText(decoder), Cells.readOptionalBytes(decoder), decoder.readString(),
        decoder.readLong(), (int) decoder.readLong(), decoder.readString(), decoder.readLong(), decoder.readLong());
  }
}
