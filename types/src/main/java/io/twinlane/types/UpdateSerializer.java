package io.twinlane.types;

import io.twinlane.normalize.Update;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Binary form of a delta. */
public final class UpdateSerializer extends RowSerializer<Update> {
  static final UpdateSerializer INSTANCE = new UpdateSerializer();

  @Override
  public void serialize(Update update, DataOutputView target) throws IOException {
    StringValue.writeString(update.key(), target);
    CategoryRowSerializer.INSTANCE.serialize(update.row(), target);
    target.writeByte(update.sticky());
  }

  @Override
  public Update deserialize(DataInputView source) throws IOException {
    return new Update(
        StringValue.readString(source), CategoryRowSerializer.INSTANCE.deserialize(source), source.readByte());
  }

  @Override
  public TypeSerializerSnapshot<Update> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint remembers of the serializer. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Update> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
