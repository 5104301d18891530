package io.twinlane.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What a savepoint keeps of Redis keys, in bytes that are never written anew: another form has another version and a file of its own. */
class KeptHashSerializerTest {
  private static final List<KeptHash> KEPT = List.of(
      new KeptHash(new String[] {"symbol", "CLZ6", "venue", "Zürich €", "note", ""}, 1_795_600_000_123L, false),
      new KeptHash(Change.DELETE, 1_795_600_000_124L, true));

  @Test
  void bytes_of_an_earlier_release_are_still_read() throws IOException {
    DataInputDeserializer golden = new DataInputDeserializer(golden());
    TypeSerializer<KeptHash> then =
        TypeSerializerSnapshot.<KeptHash>readVersionedSnapshot(golden, getClass().getClassLoader()).restoreSerializer();
    for (KeptHash kept : KEPT) {
      assertThat(then.deserialize(golden)).usingRecursiveComparison().isEqualTo(kept);
    }
    assertThat(golden.available()).isZero();
  }

  @Test
  void bytes_of_this_release_are_those_of_their_version() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, KeptHashSerializer.INSTANCE.snapshotConfiguration());
    for (KeptHash kept : KEPT) {
      KeptHashSerializer.INSTANCE.serialize(kept, out);
    }
    assertThat(out.getCopyOfBuffer()).isEqualTo(golden());
  }

  @Test
  void bytes_of_a_later_release_are_refused_with_both_versions() {
    assertThatThrownBy(() -> KeptHashSerializer.INSTANCE.deserialize(new DataInputDeserializer(new byte[] {2})))
        .hasMessage("Cannot read what is kept of a Redis key: its version is 2, known is 1");
  }

  private static byte[] golden() throws IOException {
    try (InputStream file = KeptHashSerializerTest.class.getResourceAsStream("kept-hash-1.bin")) {
      return file.readAllBytes();
    }
  }
}
