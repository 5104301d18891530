package io.twinlane.kafka.codec;

import io.twinlane.catalog.ReleasedReceipts;
import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.normalize.UnqualifiedRow;
import java.io.IOException;
import java.io.Serializable;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

/** Unqualified rows as Avro single objects. */
public final class UnqualifiedCodec implements Serializable {
  private final WrittenSchemas schemas;

  /** {@code released} are the schemas that rows in topics may have been written with. */
  public UnqualifiedCodec(ReleasedReceipts released) {
    schemas = new WrittenSchemas(AvroSchemas.UNQUALIFIED, AvroSchemas.unqualified(), released.unqualified());
  }

  public byte[] encode(UnqualifiedRow row) {
    return schemas.today().write(encoder -> write(row, encoder));
  }

  /** Throws as {@link CategoryCodec#decode} does. */
  public UnqualifiedRow decode(byte[] bytes) {
    try {
      GenericRecord earlier = schemas.earlier(bytes);
      UnqualifiedRow row = earlier == null ? SingleObject.read(bytes, UnqualifiedCodec::read) : read(new EarlierRow(earlier));
      ArrivalTime.require(row.ingestTime());
      return row;
    } catch (SchemaMissing e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("Cannot read an unqualified row: " + e.getMessage(), e);
    }
  }

  private static void write(UnqualifiedRow row, BinaryEncoder encoder) throws IOException {
    encoder.writeString(row.sourceSystem());
    AvroValues.writeOptionalText(row.category(), encoder);
    encoder.writeString(row.reason());
    encoder.writeString(row.explanation());
    AvroValues.writeOptionalText(row.field(), encoder);
    AvroValues.writeOptionalText(row.rawValue(), encoder);
    AvroValues.writeOptionalBytes(row.raw(), encoder);
    encoder.writeString(row.origin());
    encoder.writeLong(row.originOffset());
    encoder.writeLong(row.rowIndex());
    encoder.writeString(row.mappingVersion());
    encoder.writeLong(row.receiveTime());
    encoder.writeLong(row.ingestTime());
  }

  private static UnqualifiedRow read(EarlierRow row) {
    return new UnqualifiedRow(
        row.text("source_system"), row.text("category"), row.text("reason"), row.text("explanation"), row.text("field"),
        row.text("raw_value"), row.bytes("raw"), row.text("origin"), row.number("origin_offset"), (int) row.number("row_index"),
        row.text("mapping_version"), row.number("receive_time"), row.number("ingest_time"));
  }

  private static UnqualifiedRow read(BinaryDecoder decoder) throws IOException {
    return new UnqualifiedRow(
        AvroValues.text(decoder), AvroValues.readOptionalText(decoder), AvroValues.text(decoder), AvroValues.text(decoder),
        AvroValues.readOptionalText(decoder), AvroValues.readOptionalText(decoder), AvroValues.readOptionalBytes(decoder), AvroValues.text(decoder),
        decoder.readLong(), (int) decoder.readLong(), AvroValues.text(decoder), decoder.readLong(), decoder.readLong());
  }
}
