package io.twinlane.types;

import io.twinlane.normalize.RawMessage;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Binary form of a raw message. */
public final class RawMessageSerializer extends RowSerializer<RawMessage> {
  static final RawMessageSerializer INSTANCE = new RawMessageSerializer();

  @Override
  public void serialize(RawMessage message, DataOutputView target) throws IOException {
    StringValue.writeString(message.origin(), target);
    target.writeLong(message.originOffset());
    target.writeLong(message.receiveTime());
    target.writeLong(message.ingestTime());
    RowArrays.writeBytes(message.body(), target);
    StringValue.writeString(message.header(), target);
  }

  @Override
  public RawMessage deserialize(DataInputView source) throws IOException {
    return new RawMessage(
        StringValue.readString(source), source.readLong(), source.readLong(), source.readLong(), RowArrays.readBytes(source),
        StringValue.readString(source));
  }

  @Override
  public TypeSerializerSnapshot<RawMessage> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint remembers of the serializer. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RawMessage> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
