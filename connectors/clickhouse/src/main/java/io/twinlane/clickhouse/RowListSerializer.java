package io.twinlane.clickhouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Rows of one release-made form that are not acknowledged yet, as they lie in a checkpoint. Category rows have a serializer of their own. */
final class RowListSerializer<T> implements SimpleVersionedSerializer<List<T>> {
  private static final int VERSION = 1;

  private final TypeSerializer<T> serializer;

  RowListSerializer(TypeSerializer<T> serializer) {
    this.serializer = serializer;
  }

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(List<T> rows) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256 * rows.size() + Integer.BYTES);
    out.writeInt(rows.size());
    for (T row : rows) {
      serializer.serialize(row, out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public List<T> deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException("Cannot read buffered rows of version " + version + ": " + VERSION + " is the only one");
    }
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    int count = in.readInt();
    List<T> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(serializer.deserialize(in));
    }
    return rows;
  }
}
