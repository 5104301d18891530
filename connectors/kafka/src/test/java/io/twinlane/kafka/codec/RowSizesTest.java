package io.twinlane.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.simulate.SimulatedExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the meta fields cost in Kafka; prints the figures that docs/architecture.md states. */
class RowSizesTest {
  private static final int BATCH = 200;
  private static final int MOST_ROWS = 4_000;
  private static final Path ROOT = Path.of(System.getProperty("twinlane.root"));
  private static final Catalog CATALOG = CatalogLoader.load(ROOT);

  @TempDir Path dir;

  /** Bytes a row: alone, and in a batch as the producer compresses it. */
  private record Size(double alone, double inBatch) {}

  @Test
  void meta_fields_add_little_to_an_ib_tick() throws IOException {
    List<CategoryRow> rows = SampleRows.of(CATALOG, CATALOG.source("ib"), ROOT.resolve("catalog/sources/ib/samples/smd.jsonl"));
    check("market_tick (ib)", CATALOG.category("market_tick"), rows, 7);
  }

  @Test
  void meta_fields_add_little_to_a_trade_and_to_a_book_level() throws IOException {
    Path recording = dir.resolve("simulated.jsonl");
    SimulatedExchange.write(recording, 1, SimulatedExchange.Volume.DEMO);
    List<CategoryRow> rows = SampleRows.of(CATALOG, CATALOG.source("simulated"), recording);
    check("market_tick (coinbase)", CATALOG.category("market_tick"), rows, 3);
    check("order_book", CATALOG.category("order_book"), rows, 2);
  }

  private static void check(String name, Category category, List<CategoryRow> all, double mostInBatch) throws IOException {
    List<CategoryRow> rows = all.stream().filter(row -> row.category.equals(category.name())).limit(MOST_ROWS).toList();
    CategoryCodec codec = CategoryCodec.of(category, CATALOG.states());
    Schema wire = schema(AvroSchemas.wire(category, CATALOG.states()));
    Size with = size(rows, codec::encode);
    Size without = size(rows, resolvedTo(valuesOnly(wire), wire, codec));
    Size spelled = size(rows, resolvedTo(schema(AvroSchemas.reader(category, CATALOG.states())), wire, codec));
    System.out.printf(Locale.ROOT, "%s, %,d rows: values only %.1f bytes (zstd %.1f), with meta fields %.1f (zstd %.1f),"
        + " dtype and unit in every row %.1f (zstd %.1f)%n",
        name, rows.size(), without.alone, without.inBatch, with.alone, with.inBatch, spelled.alone, spelled.inBatch);
    assertThat(with.inBatch - without.inBatch).as("compressed bytes that meta fields add to a row of %s", name).isLessThan(mostInBatch);
    assertThat(with.alone).as("bytes of a row of %s", name).isLessThan(spelled.alone);
  }

  private static Size size(List<CategoryRow> rows, Function<CategoryRow, byte[]> encoder) {
    double alone = 0;
    double inBatches = 0;
    int counted = 0;
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<SimpleRecord> batch = new ArrayList<>();
      for (CategoryRow row : rows.subList(from, Math.min(rows.size(), from + BATCH))) {
        byte[] value = encoder.apply(row);
        alone += value.length;
        batch.add(new SimpleRecord(row.ingestTime / 1000, ((String) row.values[0]).getBytes(StandardCharsets.UTF_8), value));
      }
      inBatches += MemoryRecords.withRecords(Compression.zstd().build(), batch.toArray(SimpleRecord[]::new)).sizeInBytes();
      counted += batch.size();
    }
    return new Size(alone / counted, inBatches / counted);
  }

  /** Reads our bytes with another schema through Avro's resolution and writes them with it. */
  private static Function<CategoryRow, byte[]> resolvedTo(Schema schema, Schema wire, CategoryCodec codec) {
    BinaryMessageDecoder<GenericRecord> decoder = new BinaryMessageDecoder<>(GenericData.get(), schema);
    decoder.addSchema(wire);
    BinaryMessageEncoder<GenericRecord> encoder = new BinaryMessageEncoder<>(GenericData.get(), schema);
    return row -> {
      try {
        java.nio.ByteBuffer bytes = encoder.encode(decoder.decode(codec.encode(row)));
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    };
  }

  private static Schema valuesOnly(Schema wire) {
    List<Schema.Field> fields = wire.getFields().stream().filter(field -> !field.name().matches(".*_(unit|state)"))
        .map(field -> new Schema.Field(field, field.schema())).toList();
    return Schema.createRecord(wire.getName(), null, wire.getNamespace(), false, fields);
  }

  private static Schema schema(String text) {
    return new Schema.Parser().parse(text);
  }
}
