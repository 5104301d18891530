package io.twinlane.types;

import io.twinlane.normalize.MergedState;
import io.twinlane.normalize.Reshape;
import io.twinlane.normalize.RowShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a savepoint remembers of merge state: the shapes that it was written in. It says whether a later catalog can take it over; where it
 * cannot, it throws the reason, for Flink's own word for it would name neither field nor way out.
 */
public final class MergedStateSnapshot implements TypeSerializerSnapshot<MergedState> {
  private static final int VERSION = 1;

  private List<RowShape> shapes;

  /** For Flink, which reads one from a savepoint. */
  public MergedStateSnapshot() {}

  MergedStateSnapshot(List<RowShape> shapes) {
    this.shapes = shapes;
  }

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView target) throws IOException {
    target.writeShort(shapes.size());
    for (RowShape shape : shapes) {
      Shapes.write(shape, target);
    }
  }

  @Override
  public void readSnapshot(int version, DataInputView source, ClassLoader classes) throws IOException {
    if (version != VERSION) {
      throw new IOException("Cannot read what a savepoint says of merge state: its version is " + version + ", known is " + VERSION);
    }
    int count = source.readShort();
    shapes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      shapes.add(Shapes.read(source));
    }
  }

  @Override
  public TypeSerializer<MergedState> restoreSerializer() {
    return new MergedStateSerializer(shapes);
  }

  /** Compatible as it is, or after each state was put into today's shape. */
  @Override
  public TypeSerializerSchemaCompatibility<MergedState> resolveSchemaCompatibility(TypeSerializerSnapshot<MergedState> old) {
    if (!(old instanceof MergedStateSnapshot snapshot)) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    if (snapshot.shapes.equals(shapes)) {
      return TypeSerializerSchemaCompatibility.compatibleAsIs();
    }
    List<String> obstacles = snapshot.shapes.stream().flatMap(was -> obstacles(was).stream()).toList();
    if (!obstacles.isEmpty()) {
      throw new IllegalStateException("Cannot go on from this savepoint's merge state: " + String.join("; ", obstacles)
          + ". Give what changed a new name, or start the job without its state");
    }
    return TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }

  private List<String> obstacles(RowShape was) {
    return shapes.stream().filter(shape -> shape.category().equals(was.category())).findFirst()
        .map(shape -> Reshape.obstacles(was, shape))
        .orElseGet(() -> List.of("rows of " + was.category() + " are merged no more"));
  }
}
