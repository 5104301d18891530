package io.twinlane.types;

import io.twinlane.normalize.CategoryRow;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Binary form of a category row. */
public final class CategoryRowSerializer extends RowSerializer<CategoryRow> {
  static final CategoryRowSerializer INSTANCE = new CategoryRowSerializer();

  @Override
  public void serialize(CategoryRow row, DataOutputView target) throws IOException {
    StringValue.writeString(row.category, target);
    RowArrays.writeValues(row.values, target);
    RowArrays.writeTexts(row.units, target);
    RowArrays.writeBytes(row.states, target);
    StringValue.writeString(row.sourceSystem, target);
    StringValue.writeString(row.origin, target);
    target.writeLong(row.originOffset);
    target.writeInt(row.rowIndex);
    StringValue.writeString(row.mappingVersion, target);
    target.writeLong(row.ingestTime);
  }

  @Override
  public CategoryRow deserialize(DataInputView source) throws IOException {
    return new CategoryRow(
        StringValue.readString(source), RowArrays.readValues(source), RowArrays.readTexts(source), RowArrays.readBytes(source),
        StringValue.readString(source), StringValue.readString(source), source.readLong(), source.readInt(),
        StringValue.readString(source), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<CategoryRow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint remembers of the serializer. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<CategoryRow> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
