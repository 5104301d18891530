package io.twinlane.kafka.codec;

import io.twinlane.catalog.ReleasedReceipts;
import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.normalize.DroppedMessage;
import java.io.IOException;
import java.io.Serializable;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;

/** Receipts of dropped messages as Avro single objects. */
public final class DroppedCodec implements Serializable {
  private final WrittenSchemas schemas;

  /** {@code released} are the schemas that receipts in topics may have been written with. */
  public DroppedCodec(ReleasedReceipts released) {
    schemas = new WrittenSchemas(AvroSchemas.DROPPED, AvroSchemas.dropped(), released.dropped());
  }

  public byte[] encode(DroppedMessage message) {
    return schemas.today().write(encoder -> {
      encoder.writeString(message.sourceSystem());
      encoder.writeString(message.reason());
      encoder.writeString(message.origin());
      encoder.writeLong(message.originOffset());
      encoder.writeString(message.mappingVersion());
      encoder.writeLong(message.ingestTime());
    });
  }

  /** Throws as {@link CategoryCodec#decode} does. */
  public DroppedMessage decode(byte[] bytes) {
    try {
      GenericRecord earlier = schemas.earlier(bytes);
      return earlier == null ? SingleObject.read(bytes, DroppedCodec::read) : read(new EarlierRow(earlier));
    } catch (SchemaMissing e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("Cannot read the receipt of a dropped message: " + e.getMessage(), e);
    }
  }

  /** Receipts of before said no version: the oldest. */
  private static DroppedMessage read(EarlierRow row) {
    String version = row.text("mapping_version");
    return new DroppedMessage(row.text("source_system"), row.text("reason"), row.text("origin"), row.number("origin_offset"),
        version == null ? "" : version, row.number("ingest_time"));
  }

  private static DroppedMessage read(BinaryDecoder decoder) throws IOException {
    return new DroppedMessage(AvroValues.text(decoder), AvroValues.text(decoder), AvroValues.text(decoder), decoder.readLong(),
        AvroValues.text(decoder), decoder.readLong());
  }
}
