package io.twinlane.types;

import io.twinlane.normalize.RowShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The binary form of a row's shape, as it stands before the rows of a list and in a savepoint. */
final class Shapes {
  private Shapes() {}

  static void write(RowShape shape, DataOutputView target) throws IOException {
    target.writeUTF(shape.category());
    target.writeShort(shape.fields().size());
    for (RowShape.Part field : shape.fields()) {
      target.writeUTF(field.name());
      target.writeUTF(field.dtype());
      target.writeUTF(field.unit());
    }
    target.writeShort(shape.states().size());
    for (String state : shape.states()) {
      target.writeUTF(state);
    }
  }

  static RowShape read(DataInputView source) throws IOException {
    String category = source.readUTF();
    int count = source.readShort();
    List<RowShape.Part> fields = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      fields.add(new RowShape.Part(source.readUTF(), source.readUTF(), source.readUTF()));
    }
    int codes = source.readShort();
    List<String> states = new ArrayList<>(codes);
    for (int i = 0; i < codes; i++) {
      states.add(source.readUTF());
    }
    return new RowShape(category, List.copyOf(fields), List.copyOf(states));
  }
}
