package io.twinlane.types;

import io.twinlane.normalize.MergedState;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Binary form of what is kept of one key. */
public final class MergedStateSerializer extends RowSerializer<MergedState> {
  static final MergedStateSerializer INSTANCE = new MergedStateSerializer();

  @Override
  public void serialize(MergedState state, DataOutputView target) throws IOException {
    RowArrays.writeValues(state.values(), target);
    RowArrays.writeTexts(state.units(), target);
    RowArrays.writeBytes(state.givenStates(), target);
    target.writeByte(state.sticky());
  }

  @Override
  public MergedState deserialize(DataInputView source) throws IOException {
    return new MergedState(
        RowArrays.readValues(source), RowArrays.readTexts(source), RowArrays.readBytes(source), source.readByte());
  }

  @Override
  public TypeSerializerSnapshot<MergedState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint remembers of the serializer. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<MergedState> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
