package io.twinlane.redis;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * Binary form of what is kept of one key: a version, the time that it lives until, whether it is pending, and its fields by name with their
 * values as the texts that Redis holds. Nothing in it goes by a place in the query's result: columns may come, go and change their types.
 */
final class KeptHashSerializer extends TypeSerializerSingleton<KeptHash> {
  static final KeptHashSerializer INSTANCE = new KeptHashSerializer();

  private static final long serialVersionUID = 1;
  private static final byte VERSION = 1;

  @Override
  public void serialize(KeptHash hash, DataOutputView target) throws IOException {
    target.writeByte(VERSION);
    target.writeLong(hash.liveUntil());
    target.writeBoolean(hash.pending());
    target.writeShort(hash.fields().length / 2);
    for (String text : hash.fields()) {
      StringValue.writeString(text, target);
    }
  }

  @Override
  public KeptHash deserialize(DataInputView source) throws IOException {
    byte version = source.readByte();
    if (version != VERSION) {
      throw new IOException("Cannot read what is kept of a Redis key: its version is " + version + ", known is " + VERSION);
    }
    long liveUntil = source.readLong();
    boolean pending = source.readBoolean();
    String[] fields = new String[2 * source.readShort()];
    for (int i = 0; i < fields.length; i += 2) {
      fields[i] = StringValue.readString(source).intern(); // a few names of columns, on every key
      fields[i + 1] = StringValue.readString(source);
    }
    return new KeptHash(fields, liveUntil, pending);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public KeptHash createInstance() {
    return null;
  }

  @Override
  public KeptHash copy(KeptHash from) {
    return from;
  }

  @Override
  public KeptHash copy(KeptHash from, KeptHash reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public KeptHash deserialize(KeptHash reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public TypeSerializerSnapshot<KeptHash> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint remembers: the class, because every key's bytes say their version and names themselves. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeptHash> {
    /** For Flink, which reads one from a savepoint. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
