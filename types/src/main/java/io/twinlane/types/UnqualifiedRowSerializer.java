package io.twinlane.types;

import io.twinlane.normalize.UnqualifiedRow;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Binary form of an unqualified row. */
public final class UnqualifiedRowSerializer extends RowSerializer<UnqualifiedRow> {
  static final UnqualifiedRowSerializer INSTANCE = new UnqualifiedRowSerializer();

  @Override
  public void serialize(UnqualifiedRow row, DataOutputView target) throws IOException {
    StringValue.writeString(row.sourceSystem(), target);
    StringValue.writeString(row.category(), target);
    StringValue.writeString(row.reason(), target);
    StringValue.writeString(row.explanation(), target);
    StringValue.writeString(row.field(), target);
    StringValue.writeString(row.rawValue(), target);
    RowArrays.writeBytes(row.raw(), target);
    StringValue.writeString(row.origin(), target);
    target.writeLong(row.originOffset());
    target.writeInt(row.rowIndex());
    StringValue.writeString(row.mappingVersion(), target);
    target.writeLong(row.receiveTime());
    target.writeLong(row.ingestTime());
  }

  @Override
  public UnqualifiedRow deserialize(DataInputView source) throws IOException {
    return new UnqualifiedRow(
        StringValue.readString(source), StringValue.readString(source), StringValue.readString(source),
        StringValue.readString(source), StringValue.readString(source), StringValue.readString(source),
        RowArrays.readBytes(source), StringValue.readString(source), source.readLong(), source.readInt(),
        StringValue.readString(source), source.readLong(), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<UnqualifiedRow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint remembers of the serializer. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<UnqualifiedRow> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
