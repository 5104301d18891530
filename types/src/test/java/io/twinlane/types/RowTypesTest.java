package io.twinlane.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class RowTypesTest {
  private static final int FIVE_MB = 5 << 20;

  @Test
  void every_kind_of_value_comes_back_as_it_went() throws IOException {
    CategoryRow row = row(null, "", "text", "é€😀\u0000", 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, true, false);
    assertThat(roundTrip(RowTypes.CATEGORY_ROW, row)).isEqualTo(row);
  }

  @Test
  void decimals_keep_every_digit_and_their_scale() throws IOException {
    CategoryRow row = row(
        new BigDecimal("0"), new BigDecimal("0.000000000000"), new BigDecimal("-0.000000000001"), new BigDecimal("100.00"),
        BigDecimal.valueOf(Long.MAX_VALUE, 12), BigDecimal.valueOf(Long.MIN_VALUE, 12),
        new BigDecimal("9223372036854775808"), new BigDecimal("-9223372036854775809"),
        new BigDecimal("99999999999999999999999999999999999999"), new BigDecimal("-0.99999999999999999999999999999999999999"),
        new BigDecimal("1E+400"), new BigDecimal("1E-400"));
    assertThat(roundTrip(RowTypes.CATEGORY_ROW, row)).isEqualTo(row);
  }

  @Test
  void a_text_longer_than_64_kb_comes_back() throws IOException {
    CategoryRow row = row("x".repeat(70_000) + "€");
    assertThat(roundTrip(RowTypes.CATEGORY_ROW, row)).isEqualTo(row);
  }

  @Test
  void a_row_without_arrays_comes_back() throws IOException {
    CategoryRow row = new CategoryRow("c", null, null, null, "s", "o", 0, 0, "m", 0);
    assertThat(roundTrip(RowTypes.CATEGORY_ROW, row)).isEqualTo(row);
  }

  @Test
  void a_value_of_a_kind_that_rows_do_not_hold_is_refused() {
    assertThatThrownBy(() -> roundTrip(RowTypes.CATEGORY_ROW, row(1.5d)))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot write a value of class java.lang.Double: a row holds String, BigDecimal, Long, Boolean or null");
  }

  @Test
  void an_update_keeps_absent_and_sticky_states() throws IOException {
    CategoryRow row = new CategoryRow(
        "market_tick", new Object[] {"CLZ6", null}, new String[] {null, "1_usd"}, new byte[] {Update.ABSENT, Update.STICKY},
        "ib", "raw.ib/0", 7, 1, "ib/1", -5);
    Update update = new Update("495512563", row, Update.ABSENT);
    assertThat(roundTrip(RowTypes.UPDATE, update)).isEqualTo(update);
    Update keyless = new Update(null, row, (byte) 3);
    assertThat(roundTrip(RowTypes.UPDATE, keyless)).isEqualTo(keyless);
  }

  @Test
  void a_raw_message_of_five_megabytes_that_is_no_text_comes_back() throws IOException {
    byte[] body = new byte[FIVE_MB];
    new Random(7).nextBytes(body);
    RawMessage message = new RawMessage("raw.ib/1", Long.MAX_VALUE, -1, 1, body, null);
    RawMessage back = roundTrip(RowTypes.RAW_MESSAGE, message);
    assertThat(back.body()).isEqualTo(body);
    assertThat(back).usingRecursiveComparison().ignoringFields("body").isEqualTo(message);
    RawMessage line = new RawMessage("raw/file/cftc/f.txt", 0, 1, 2, new byte[0], "a,b,c");
    assertThat(roundTrip(RowTypes.RAW_MESSAGE, line)).usingRecursiveComparison().isEqualTo(line);
  }

  @Test
  void an_unqualified_row_comes_back_with_and_without_its_optional_parts() throws IOException {
    UnqualifiedRow full = new UnqualifiedRow(
        "ib", "market_tick", "NOT_A_NUMBER", "why", "last_price", "abc", new byte[] {-1, 0, 65}, "raw.ib/0", 3, 2, "ib/1", 10, 11);
    UnqualifiedRow bare = new UnqualifiedRow("ib", null, "NOT_JSON", "why", null, null, null, "raw.ib/0", 3, 0, "ib/1", 10, 11);
    assertThat(roundTrip(RowTypes.UNQUALIFIED_ROW, full)).usingRecursiveComparison().isEqualTo(full);
    assertThat(roundTrip(RowTypes.UNQUALIFIED_ROW, bare)).usingRecursiveComparison().isEqualTo(bare);
  }

  @Test
  void the_receipt_of_a_drop_comes_back() throws IOException {
    DroppedMessage message = new DroppedMessage("ib", "HEARTBEAT", "raw.ib/0", 12, "ib/1", 13);
    assertThat(roundTrip(RowTypes.DROPPED_MESSAGE, message)).isEqualTo(message);
  }

  @Test
  void no_type_falls_back_to_kryo_or_loses_its_serializer_in_a_savepoint() throws Exception {
    for (TypeInformation<?> type : List.of(
        RowTypes.CATEGORY_ROW, RowTypes.UPDATE, RowTypes.RAW_MESSAGE,
        RowTypes.UNQUALIFIED_ROW, RowTypes.DROPPED_MESSAGE)) {
      TypeSerializer<?> serializer = type.createSerializer(new SerializerConfigImpl());
      assertThat(serializer).as("serializer of %s", type).isInstanceOf(RowSerializer.class);
      assertThat(restored(serializer)).as("%s restored from a savepoint", type).isEqualTo(serializer);
      assertThat(InstantiationUtil.clone(type)).as("%s sent with a job", type).isEqualTo(type);
    }
  }

  private static TypeSerializer<?> restored(TypeSerializer<?> serializer) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    return TypeSerializerSnapshot.readVersionedSnapshot(in, RowTypesTest.class.getClassLoader()).restoreSerializer();
  }

  private static CategoryRow row(Object... values) {
    return new CategoryRow(
        "market_tick", values, new String[values.length], new byte[values.length], "ib", "raw.ib/0", 41, 2, "ib/1", 1_600_000_000_000_000L);
  }

  private static <T> T roundTrip(TypeInformation<T> type, T row) throws IOException {
    TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(row, out);
    serializer.serialize(row, out); // a second one shows that the first was read to its last byte
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    serializer.deserialize(in);
    DataOutputSerializer copied = new DataOutputSerializer(64);
    serializer.copy(in, copied);
    return serializer.deserialize(new DataInputDeserializer(copied.getCopyOfBuffer()));
  }
}
