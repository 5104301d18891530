package io.twinlane.types;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Binary form of {@link PlacedRow}: partition, offset, whether there is a row, the row. It travels, nothing keeps it. */
final class PlacedRowSerializer extends RowSerializer<PlacedRow> {
  static final PlacedRowSerializer INSTANCE = new PlacedRowSerializer();

  private static final long serialVersionUID = 1;

  @Override
  public void serialize(PlacedRow placed, DataOutputView target) throws IOException {
    target.writeInt(placed.partition());
    target.writeLong(placed.offset());
    target.writeBoolean(placed.row() != null);
    if (placed.row() != null) {
      CategoryRowSerializer.INSTANCE.serialize(placed.row(), target);
    }
  }

  @Override
  public PlacedRow deserialize(DataInputView source) throws IOException {
    return new PlacedRow(source.readInt(), source.readLong(), source.readBoolean() ? CategoryRowSerializer.INSTANCE.deserialize(source) : null);
  }

  @Override
  public TypeSerializerSnapshot<PlacedRow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What Flink asks of every serializer. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<PlacedRow> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
