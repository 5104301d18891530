package io.twinlane.types;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Binary form of {@link CatchUpMark}. It travels, nothing keeps it. */
final class CatchUpMarkSerializer extends RowSerializer<CatchUpMark> {
  static final CatchUpMarkSerializer INSTANCE = new CatchUpMarkSerializer();

  private static final long serialVersionUID = 1;

  @Override
  public void serialize(CatchUpMark mark, DataOutputView target) throws IOException {
    target.writeUTF(mark.input());
    target.writeUTF(mark.kind().name());
    target.writeInt(mark.number());
  }

  @Override
  public CatchUpMark deserialize(DataInputView source) throws IOException {
    return new CatchUpMark(source.readUTF(), CatchUpMark.Kind.valueOf(source.readUTF()), source.readInt());
  }

  @Override
  public TypeSerializerSnapshot<CatchUpMark> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What Flink asks of every serializer. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<CatchUpMark> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
