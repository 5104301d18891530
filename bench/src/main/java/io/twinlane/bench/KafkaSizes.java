package io.twinlane.bench;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.normalize.CategoryRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;

/** What a category's rows take in Kafka, by Kafka's and Avro's own libraries. */
final class KafkaSizes {
  private static final int BATCH = 200;

  private final Category category;
  private final CategoryCodec codec;
  private final Schema wire;
  private final Schema reader;

  KafkaSizes(Category category, States states) {
    this.category = category;
    codec = CategoryCodec.of(category, states);
    wire = new Schema.Parser().parse(AvroSchemas.wire(category, states));
    reader = new Schema.Parser().parse(AvroSchemas.reader(category, states));
  }

  /** Bytes a row: its value alone, and its part of a batch as the producer compresses it. */
  record PerRow(double alone, double inBatch) {}

  List<StoreSize> sizes(List<CategoryRow> rows) {
    PerRow without = valuesOnly(rows);
    PerRow with = asWritten(rows);
    return List.of(
        new StoreSize("Kafka, value alone, uncompressed", category.name(), rows.size(), without.alone, with.alone),
        new StoreSize("Kafka, zstd batches of " + BATCH, category.name(), rows.size(), without.inBatch, with.inBatch));
  }

  PerRow asWritten(List<CategoryRow> rows) {
    return size(rows, codec::encode);
  }

  PerRow valuesOnly(List<CategoryRow> rows) {
    Set<String> meta = MetaColumns.of(category);
    List<Schema.Field> values = wire.getFields().stream().filter(field -> !meta.contains(field.name()))
        .map(field -> new Schema.Field(field, field.schema())).toList();
    return size(rows, resolvedTo(Schema.createRecord(wire.getName(), null, wire.getNamespace(), false, values)));
  }

  /** With the constants, too, in every row: what the wire schema saves. */
  PerRow spelledOut(List<CategoryRow> rows) {
    return size(rows, resolvedTo(reader));
  }

  private static PerRow size(List<CategoryRow> rows, Function<CategoryRow, byte[]> encoder) {
    long alone = 0;
    long inBatches = 0;
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<SimpleRecord> batch = new ArrayList<>();
      for (CategoryRow row : rows.subList(from, Math.min(rows.size(), from + BATCH))) {
        byte[] value = encoder.apply(row);
        alone += value.length;
        batch.add(new SimpleRecord(row.ingestTime / 1000, ((String) row.values[0]).getBytes(StandardCharsets.UTF_8), value));
      }
      inBatches += MemoryRecords.withRecords(Compression.zstd().build(), batch.toArray(SimpleRecord[]::new)).sizeInBytes();
    }
    return new PerRow((double) alone / rows.size(), (double) inBatches / rows.size());
  }

  /** Reads our bytes with another schema through Avro's resolution and writes them with it. */
  private Function<CategoryRow, byte[]> resolvedTo(Schema schema) {
    BinaryMessageDecoder<GenericRecord> decoder = new BinaryMessageDecoder<>(GenericData.get(), schema);
    decoder.addSchema(wire);
    BinaryMessageEncoder<GenericRecord> encoder = new BinaryMessageEncoder<>(GenericData.get(), schema);
    return row -> {
      try {
        ByteBuffer bytes = encoder.encode(decoder.decode(codec.encode(row)));
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write a row of " + category.name() + " with another schema: " + e.getMessage(), e);
      }
    };
  }
}
