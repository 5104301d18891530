package io.twinlane.kafka.codec;

import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.normalize.DroppedMessage;
import java.io.IOException;
import java.io.Serializable;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;

/** Receipts of dropped messages as Avro single objects. */
public final class DroppedCodec implements Serializable {
  private final SingleObject envelope = new SingleObject(new Schema.Parser().parse(AvroSchemas.dropped()));

  public byte[] encode(DroppedMessage message) {
    return envelope.write(encoder -> {
      encoder.writeString(message.sourceSystem());
      encoder.writeString(message.reason());
      encoder.writeString(message.origin());
      encoder.writeLong(message.originOffset());
      encoder.writeLong(message.ingestTime());
    });
  }

  public DroppedMessage decode(byte[] bytes) {
    try {
      BinaryDecoder decoder = envelope.body(bytes);
      return new DroppedMessage(decoder.readString(), decoder.readString(), decoder.readString(), decoder.readLong(), decoder.readLong());
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("Cannot read the receipt of a dropped message: " + e.getMessage(), e);
    }
  }
}
