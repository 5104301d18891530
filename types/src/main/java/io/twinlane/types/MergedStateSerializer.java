package io.twinlane.types;

import io.twinlane.normalize.MergedState;
import io.twinlane.normalize.RowShape;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Binary form of what is kept of one key: a version, which of the shapes it has, then its arrays. What the places in the arrays mean stands
 * once in the savepoint ({@link MergedStateSnapshot}), not in each of a million states.
 */
public final class MergedStateSerializer extends RowSerializer<MergedState> {
  private static final byte VERSION = 2;
  /** Without where it begins and which versions of the mapping read it. */
  private static final byte WITHOUT_BEGINNING = 1;

  private final List<RowShape> shapes;

  /** {@code shapes} are today's, one for each category that is merged. */
  public MergedStateSerializer(List<RowShape> shapes) {
    this.shapes = List.copyOf(shapes);
  }

  List<RowShape> shapes() {
    return shapes;
  }

  @Override
  public void serialize(MergedState state, DataOutputView target) throws IOException {
    int place = placeOf(state.shape());
    MergedState written = state.in(shapes.get(place));
    target.writeByte(VERSION);
    target.writeByte(place);
    RowArrays.writeValues(written.values(), target);
    RowArrays.writeTexts(written.units(), target);
    RowArrays.writeBytes(written.givenStates(), target);
    target.writeByte(written.sticky());
    target.writeLong(written.from());
    RowArrays.writeTexts(written.mappings(), target);
  }

  @Override
  public MergedState deserialize(DataInputView source) throws IOException {
    byte version = source.readByte();
    if (version != VERSION && version != WITHOUT_BEGINNING) {
      throw new IOException("Cannot read the merge state of a key: its version is " + version + ", known are " + WITHOUT_BEGINNING + " and "
          + VERSION);
    }
    MergedState state = new MergedState(shapes.get(source.readByte()), RowArrays.readValues(source), RowArrays.readTexts(source),
        RowArrays.readBytes(source), source.readByte());
    return version == WITHOUT_BEGINNING ? state : new MergedState(state.shape(), state.values(), state.units(), state.givenStates(),
        state.sticky(), source.readLong(), RowArrays.readTexts(source));
  }

  private int placeOf(RowShape shape) {
    for (int i = 0; i < shapes.size(); i++) {
      if (shapes.get(i).category().equals(shape.category())) {
        return i;
      }
    }
    throw new IllegalStateException("Cannot write merge state of " + shape.category() + ": merged are "
        + shapes.stream().map(RowShape::category).toList());
  }

  @Override
  public TypeSerializerSnapshot<MergedState> snapshotConfiguration() {
    return new MergedStateSnapshot(shapes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MergedStateSerializer serializer && shapes.equals(serializer.shapes);
  }

  @Override
  public int hashCode() {
    return shapes.hashCode();
  }
}
