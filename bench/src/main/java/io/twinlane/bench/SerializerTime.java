package io.twinlane.bench;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.MergedState;
import io.twinlane.normalize.RowShape;
import io.twinlane.types.MergedStateSerializer;
import io.twinlane.types.RowTypes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Prints what it costs to write and to read a row between operators and the state of a key, in nanoseconds of CPU. */
public final class SerializerTime {
  private static final int ROUNDS = 8;
  private static final int REPEATS = 400;

  private SerializerTime() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of(System.getProperty("twinlane.root"));
    Catalog catalog = CatalogLoader.load(root);
    List<CategoryRow> rows = SampleRows.of(catalog, catalog.source("ib"), root.resolve("catalog/sources/ib/samples/smd.jsonl"));
    RowShape shape = RowShape.of(catalog.category("market_tick"), catalog.states());
    List<MergedState> states = rows.stream().map(row -> new MergedState(
        shape, row.values, row.units, row.states, (byte) 1, row.mergedFrom, new String[] {row.mappingVersion})).toList();
    for (int round = 1; round <= ROUNDS; round++) {
      measure("row", RowTypes.CATEGORY_ROW.createSerializer(null), rows);
      measure("state", new MergedStateSerializer(List.of(shape)), states);
    }
  }

  private static <T> void measure(String what, TypeSerializer<T> serializer, List<T> all) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1 << 20);
    long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < REPEATS; i++) {
      out.clear();
      for (T one : all) {
        serializer.serialize(one, out);
      }
    }
    long written = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    byte[] bytes = out.getCopyOfBuffer();
    for (int i = 0; i < REPEATS; i++) {
      DataInputDeserializer in = new DataInputDeserializer(bytes);
      for (int n = 0; n < all.size(); n++) {
        serializer.deserialize(in);
      }
    }
    long read = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long count = (long) REPEATS * all.size();
    System.out.printf("%-6s write %,6d ns, read %,6d ns, %d bytes%n", what, (written - began) / count, (read - written) / count,
        bytes.length / all.size());
  }
}
