package io.twinlane.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.UnqualifiedRow;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.junit.jupiter.api.Test;

class ReceiptCodecsTest {
  private static final UnqualifiedRow FULL = new UnqualifiedRow(
      "ib", "market_tick", "NOT_A_NUMBER", "Cannot read last_price: é", "last_price",
      "", new byte[] {(byte) 0xff, 0, 65}, "raw.ib/0", 3, 2, "ib/1", -10, 11);

  @Test
  void unqualified_rows_come_back_whole_with_and_without_their_optional_parts() {
    UnqualifiedCodec codec = new UnqualifiedCodec();
    UnqualifiedRow bare = new UnqualifiedRow("ib", null, "NOT_JSON", "why", null, null, null, "raw.ib/0", 3, 0, "ib/1", 10, 11);
    assertThat(codec.decode(codec.encode(FULL))).usingRecursiveComparison().isEqualTo(FULL);
    assertThat(codec.decode(codec.encode(bare))).usingRecursiveComparison().isEqualTo(bare);
  }

  @Test
  void receipts_of_drops_come_back() {
    DroppedCodec codec = new DroppedCodec();
    DroppedMessage message = new DroppedMessage("ib", "HEARTBEAT", "raw.ib/1", Long.MAX_VALUE, -1);
    assertThat(codec.decode(codec.encode(message))).isEqualTo(message);
  }

  @Test
  void avro_reads_both_with_the_committed_schemas() throws IOException {
    GenericRecord row = read(AvroSchemas.unqualified(), new UnqualifiedCodec().encode(FULL));
    assertThat(row.get("reason").toString()).isEqualTo("NOT_A_NUMBER");
    assertThat(row.get("raw_value").toString()).isEmpty();
    assertThat(row.get("receive_time")).isEqualTo(-10L);
    GenericRecord drop = read(AvroSchemas.dropped(), new DroppedCodec().encode(new DroppedMessage("ib", "SESSION", "raw.ib/1", 5, 6)));
    assertThat(drop.get("reason").toString()).isEqualTo("SESSION");
    assertThat(drop.get("origin_offset")).isEqualTo(5L);
  }

  @Test
  void one_is_not_taken_for_the_other() {
    byte[] drop = new DroppedCodec().encode(new DroppedMessage("ib", "SESSION", "raw.ib/1", 5, 6));
    assertThatThrownBy(() -> new UnqualifiedCodec().decode(drop))
        .hasMessageStartingWith("Cannot read an unqualified row: it was written with schema");
  }

  private static GenericRecord read(String schema, byte[] bytes) throws IOException {
    return new BinaryMessageDecoder<GenericRecord>(GenericData.get(), new Schema.Parser().parse(schema)).decode(bytes);
  }
}
