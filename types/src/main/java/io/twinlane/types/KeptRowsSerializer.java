package io.twinlane.types;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.Reshape;
import io.twinlane.normalize.RowShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Category rows that a checkpoint keeps, with their shape and their technical columns before them: a later catalog, or release, reads them by
 * the names of fields, states and columns.
 */
public final class KeptRowsSerializer implements SimpleVersionedSerializer<List<CategoryRow>> {
  private static final int VERSION = 3;
  private static final int WITHOUT_COLUMNS = 2;
  private static final int WITHOUT_SHAPE = 1;

  private final RowShape shape;

  public KeptRowsSerializer(RowShape shape) {
    this.shape = shape;
  }

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(List<CategoryRow> rows) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256 * rows.size() + 4096);
    Shapes.write(shape, out);
    KeptColumns.TODAY.write(out);
    out.writeInt(rows.size());
    for (CategoryRow row : rows) {
      CategoryRowSerializer.INSTANCE.serialize(row, out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public List<CategoryRow> deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION && version != WITHOUT_COLUMNS) {
      throw new IOException("Cannot read kept rows of version " + version + ": known are " + WITHOUT_COLUMNS + " and " + VERSION
          + (version == WITHOUT_SHAPE ? ". That version did not say which value is which field: start the job without its state" : ""));
    }
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    RowShape written = Shapes.read(in);
    Reshape reshape = written.equals(shape) ? null : new Reshape(written, shape);
    KeptColumns columns = version == WITHOUT_COLUMNS ? KeptColumns.UNSAID : KeptColumns.read(in);
    boolean today = columns.equals(KeptColumns.TODAY);
    int count = in.readInt();
    List<CategoryRow> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      CategoryRow row = today ? CategoryRowSerializer.INSTANCE.deserialize(in) : CategoryRowSerializer.read(in, columns);
      rows.add(reshape == null ? row : reshape.row(row));
    }
    return rows;
  }
}
