package io.twinlane.types;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.TechnicalValues;
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
    TechnicalValues.write(row, new TechnicalOutput(target));
  }

  /** A row that was written when there were other technical columns. */
  static CategoryRow read(DataInputView source, KeptColumns written) throws IOException {
    return TechnicalValues.read(StringValue.readString(source), RowArrays.readValues(source), RowArrays.readTexts(source),
        RowArrays.readBytes(source), written.values(source));
  }

  @Override
  public CategoryRow deserialize(DataInputView source) throws IOException {
    return TechnicalValues.read(StringValue.readString(source), RowArrays.readValues(source), RowArrays.readTexts(source),
        RowArrays.readBytes(source), new TechnicalInput(source));
  }

  private record TechnicalOutput(DataOutputView target) implements TechnicalValues.Output<IOException> {
    @Override
    public void text(String value) throws IOException {
      StringValue.writeString(value, target);
    }

    @Override
    public void number(long value) throws IOException {
      target.writeLong(value);
    }
  }

  private record TechnicalInput(DataInputView source) implements TechnicalValues.Input<IOException> {
    @Override
    public String text() throws IOException {
      return StringValue.readString(source);
    }

    @Override
    public long number() throws IOException {
      return source.readLong();
    }
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
