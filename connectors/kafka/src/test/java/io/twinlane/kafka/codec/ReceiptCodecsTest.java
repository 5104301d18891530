package io.twinlane.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.ReleasedReceipts;
import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.UnqualifiedRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class ReceiptCodecsTest {
  private static final UnqualifiedCodec UNQUALIFIED = new UnqualifiedCodec(ReleasedReceipts.NONE);
  private static final DroppedCodec DROPPED = new DroppedCodec(ReleasedReceipts.NONE);
  private static final UnqualifiedRow FULL = new UnqualifiedRow(
      "ib", "market_tick", "NOT_A_NUMBER", "Cannot read last_price: é", "last_price",
      "", new byte[] {(byte) 0xff, 0, 65}, "raw.ib/0", 3, 2, "ib/1", -10, 11);

  @Test
  void unqualified_rows_come_back_whole_with_and_without_their_optional_parts() {
    UnqualifiedRow bare = new UnqualifiedRow("ib", null, "NOT_JSON", "why", null, null, null, "raw.ib/0", 3, 0, "ib/1", 10, 11);
    assertThat(UNQUALIFIED.decode(UNQUALIFIED.encode(FULL))).usingRecursiveComparison().isEqualTo(FULL);
    assertThat(UNQUALIFIED.decode(UNQUALIFIED.encode(bare))).usingRecursiveComparison().isEqualTo(bare);
  }

  @Test
  void receipts_of_drops_come_back() {
    DroppedMessage message = new DroppedMessage("ib", "HEARTBEAT", "raw.ib/1", Long.MAX_VALUE, "ib/2", -1);
    assertThat(DROPPED.decode(DROPPED.encode(message))).isEqualTo(message);
  }

  @Test
  void avro_reads_both_with_the_committed_schemas() throws IOException {
    GenericRecord row = read(AvroSchemas.unqualified(), UNQUALIFIED.encode(FULL));
    assertThat(row.get("reason").toString()).isEqualTo("NOT_A_NUMBER");
    assertThat(row.get("raw_value").toString()).isEmpty();
    assertThat(row.get("receive_time")).isEqualTo(-10L);
    GenericRecord drop = read(AvroSchemas.dropped(), DROPPED.encode(new DroppedMessage("ib", "SESSION", "raw.ib/1", 5, "ib/2", 6)));
    assertThat(drop.get("reason").toString()).isEqualTo("SESSION");
    assertThat(drop.get("origin_offset")).isEqualTo(5L);
  }

  @Test
  void what_an_earlier_schema_wrote_is_taken_over_by_name() throws IOException {
    String earlier = AvroSchemas.unqualified().replaceFirst("\\{\"name\":\"field\"[^\\n]*\\n", "{\"name\":\"severity\",\"type\":\"string\"},\n");
    GenericRecord written = record(earlier, Map.of("source_system", "ib", "category", "market_tick", "severity", "high", "reason", "NOT_JSON",
        "explanation", "why", "raw", ByteBuffer.wrap(new byte[] {-1, 0}), "origin", "raw.ib/0", "origin_offset", 3L, "row_index", 2L,
        "mapping_version", "ib/1"));
    written.put("receive_time", 10L);
    written.put("ingest_time", 11L);
    UnqualifiedCodec codec = new UnqualifiedCodec(new ReleasedReceipts(List.of(earlier, AvroSchemas.unqualified()), List.of()));
    assertThat(codec.decode(bytes(written))).usingRecursiveComparison().isEqualTo(new UnqualifiedRow(
        "ib", "market_tick", "NOT_JSON", "why", null, null, new byte[] {-1, 0}, "raw.ib/0", 3, 2, "ib/1", 10, 11));
    assertThat(codec.decode(UNQUALIFIED.encode(FULL))).as("today's").usingRecursiveComparison().isEqualTo(FULL);
    String before = AvroSchemas.dropped().replace("{\"name\":\"reason\"", "{\"name\":\"lane\",\"type\":\"string\"},\n{\"name\":\"reason\"")
        .replaceFirst("\\{\"name\":\"mapping_version\"[^\\n]*\\n", "");
    GenericRecord drop = record(before, Map.of("source_system", "ib", "lane", "live", "reason", "SESSION", "origin", "raw.ib/1",
        "origin_offset", 5L, "ingest_time", 6L));
    assertThat(new DroppedCodec(new ReleasedReceipts(List.of(), List.of(before))).decode(bytes(drop)))
        .as("the oldest mapping, where none is said").isEqualTo(new DroppedMessage("ib", "SESSION", "raw.ib/1", 5, "", 6));
  }

  private static GenericRecord record(String schema, Map<String, Object> values) {
    GenericRecord record = new GenericData.Record(new Schema.Parser().parse(schema));
    values.forEach(record::put);
    return record;
  }

  private static byte[] bytes(GenericRecord record) throws IOException {
    ByteBuffer bytes = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), record.getSchema()).encode(record);
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return copy;
  }

  @Test
  void one_is_not_taken_for_the_other() {
    byte[] drop = DROPPED.encode(new DroppedMessage("ib", "SESSION", "raw.ib/1", 5, "ib/2", 6));
    assertThatThrownBy(() -> UNQUALIFIED.decode(drop))
        .hasMessageStartingWith("Cannot read an unqualified row: schema ");
  }

  private static GenericRecord read(String schema, byte[] bytes) throws IOException {
    return new BinaryMessageDecoder<GenericRecord>(GenericData.get(), new Schema.Parser().parse(schema)).decode(bytes);
  }
}
