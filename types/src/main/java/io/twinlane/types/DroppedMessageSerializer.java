package io.twinlane.types;

import io.twinlane.normalize.DroppedMessage;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Binary form of the receipt of a drop. */
public final class DroppedMessageSerializer extends RowSerializer<DroppedMessage> {
  static final DroppedMessageSerializer INSTANCE = new DroppedMessageSerializer();

  @Override
  public void serialize(DroppedMessage message, DataOutputView target) throws IOException {
    StringValue.writeString(message.sourceSystem(), target);
    StringValue.writeString(message.reason(), target);
    StringValue.writeString(message.origin(), target);
    target.writeLong(message.originOffset());
    StringValue.writeString(message.mappingVersion(), target);
    target.writeLong(message.ingestTime());
  }

  @Override
  public DroppedMessage deserialize(DataInputView source) throws IOException {
    return new DroppedMessage(
        StringValue.readString(source), StringValue.readString(source), StringValue.readString(source), source.readLong(),
        StringValue.readString(source), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<DroppedMessage> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint remembers of the serializer. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<DroppedMessage> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
