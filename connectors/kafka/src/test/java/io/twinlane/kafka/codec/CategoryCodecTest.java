package io.twinlane.kafka.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.catalog.derive.SchemaFingerprint;
import io.twinlane.kafka.Samples;
import io.twinlane.normalize.CategoryRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class CategoryCodecTest {
  private static final CategoryCodec CODEC = CategoryCodec.of(Samples.EVERYTHING, Samples.STATES);
  private static final Schema WIRE = new Schema.Parser().parse(AvroSchemas.wire(Samples.EVERYTHING, Samples.STATES));
  private static final Schema READER = new Schema.Parser().parse(AvroSchemas.reader(Samples.EVERYTHING, Samples.STATES));

  @Test
  void rows_come_back_as_they_went() throws Exception {
    CategoryCodec sentWithAJob = InstantiationUtil.clone(CODEC);
    for (CategoryRow row : Samples.corruptible()) {
      assertThat(sentWithAJob.decode(CODEC.encode(row))).isEqualTo(row);
    }
  }

  @Test
  void avro_reads_every_field_with_its_dtype_unit_and_state() throws IOException {
    GenericRecord record = readByAvro(CODEC.encode(Samples.corruptible().get(1)));
    assertThat(record.getSchema().getFields()).extracting(Schema.Field::name).startsWith(
        "symbol", "symbol_dtype", "symbol_unit", "symbol_state", "event_time", "event_time_dtype", "event_time_unit", "event_time_state",
        "price", "price_dtype", "price_unit", "price_state");
    assertThat(values(record, "price")).containsExactly("-1E-12", "decimal(24,12)", "1_usd", "LIVE");
    assertThat(values(record, "event_time")).containsExactly("-1", "timestamp", "1_us", "LIVE");
    assertThat(values(record, "huge")).containsExactly("9".repeat(38), "decimal(38,0)", "1_count", "LIVE");
    assertThat(values(record, "note")).containsExactly("", "string", "null", "LIVE");
    assertThat(values(readByAvro(CODEC.encode(Samples.corruptible().get(0))), "price"))
        .containsExactly("null", "decimal(24,12)", "null", "MISSING");
    assertThat(record.get("origin_offset")).isEqualTo(1L);
  }

  @Test
  void what_avro_writes_with_the_wire_schema_is_read_by_us() throws IOException {
    for (CategoryRow row : Samples.corruptible()) {
      byte[] bytes = CODEC.encode(row);
      GenericRecord record = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), WIRE).decode(bytes);
      byte[] rewritten = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), WIRE).encode(record).array();
      assertThat(rewritten).isEqualTo(bytes);
    }
  }

  @Test
  void constants_cost_nothing_on_the_wire() {
    assertThat(WIRE.getFields()).extracting(Schema.Field::name)
        .contains("price_unit", "price_state").doesNotContain("price_dtype", "event_time_unit", "symbol_unit");
  }

  @Test
  void a_row_of_an_older_wire_schema_is_taken_over_by_field_name() {
    List<Field> fewer = new ArrayList<>(Samples.EVERYTHING.fields().subList(0, 7));
    fewer.set(2, new Field("price", Dtype.decimal(12, 2), "varies", false, "Price"));
    Category before = with(fewer);
    CategoryRow row = new CategoryRow("everything",
        new Object[] {"A", 5L, new BigDecimal("1.25"), null, null, 7L, true}, new String[] {null, null, "1_eur", null, null, null, null},
        new byte[] {1, 1, 2, 0, 0, 1, 1}, "ib", "raw.ib/0", 3, 0, "ib/1", 9);
    CategoryCodec now = knowing(before);
    CategoryRow read = now.decode(CategoryCodec.of(before, Samples.STATES).encode(row));
    assertThat(read.values).containsExactly("A", 5L, new BigDecimal("1.250000000000"), null, null, 7L, true, null, null);
    assertThat(read.units).containsExactly(null, null, "1_eur", null, null, null, null, null, null);
    assertThat(read.states).containsExactly(1, 1, 2, 0, 0, 1, 1, 0, 0);
    assertThat(read.originOffset).isEqualTo(3);
  }

  @Test
  void a_row_from_before_rows_said_where_their_state_begins_claims_no_more_than_its_message() throws IOException {
    String wire = AvroSchemas.wire(Samples.EVERYTHING, Samples.STATES);
    ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(wire);
    tree.put("namespace", "io.twinlane.category.types_of_before");
    ArrayNode fields = (ArrayNode) tree.get("fields");
    int place = IntStream.range(0, fields.size()).filter(i -> fields.get(i).path("name").asText().equals("merged_from")).findFirst().orElseThrow();
    fields.remove(place);
    Schema before = new Schema.Parser().parse(tree.toString());
    CategoryRow row = Samples.row("A", 5, "raw.ib/0", 41, 0);
    Schema now = new Schema.Parser().parse(wire);
    byte[] bytes = CODEC.encode(row);
    GenericRecord written = new GenericDatumReader<GenericRecord>(now).read(null, SingleObject.decoder(bytes));
    GenericRecord record = new GenericData.Record(before);
    before.getFields().forEach(field -> record.put(field.name(), written.get(field.name())));
    byte[] then = new SingleObject(before).write(encoder -> new GenericDatumWriter<GenericRecord>(before).write(record, encoder));

    CategoryRow read = CategoryCodec.of(Samples.EVERYTHING.withReleased(List.of(before.toString())), Samples.STATES).decode(then);
    assertThat(read.mergedFrom).isEqualTo(41);
    assertThat(read).isEqualTo(row);
  }

  @Test
  void a_row_of_a_schema_that_is_not_known_is_refused_with_both_fingerprints() {
    byte[] bytes = CategoryCodec.of(with(Samples.EVERYTHING.fields().subList(0, 7)), Samples.STATES).encode(new CategoryRow("everything",
        new Object[] {"A", 5L, null, null, null, null, null}, new String[7], new byte[7], "ib", "raw.ib/0", 3, 0, "ib/1", 9));
    assertThatThrownBy(() -> CODEC.decode(bytes))
        .hasMessageMatching("Cannot read a row of everything: schema [0-9a-f]{16} is not known here;"
            + " known are [0-9a-f]{16} \\(now\\) and \\[\\]");
  }

  @Test
  void a_price_of_another_scale_is_the_same_price_or_refused_and_never_another() {
    Category before = with(changed(Samples.EVERYTHING, "price", new Field("price", Dtype.decimal(24, 12), "varies", false, "")));
    Category coarse = with(changed(Samples.EVERYTHING, "price", new Field("price", Dtype.decimal(24, 8), "varies", false, "")));
    CategoryCodec now = CategoryCodec.of(coarse.withReleased(List.of(AvroSchemas.wire(before, Samples.STATES))), Samples.STATES);
    CategoryCodec then = CategoryCodec.of(before, Samples.STATES);
    assertThat(now.decode(then.encode(priced("103.000000000000"))).values[2]).isEqualTo(new BigDecimal("103.00000000"));
    assertThatThrownBy(() -> now.decode(then.encode(priced("0.000000000001")))).hasMessage("Cannot read a row of everything: "
        + "price is 0.000000000001, which decimal(24,8) cannot hold. Give the field a new name instead");
    assertThatThrownBy(() -> CategoryCodec.of(coarse, Samples.STATES).decode(then.encode(priced("103.000000000000"))))
        .as("a codec that does not know the earlier schema").hasMessageContaining("is not known here");
  }

  @Test
  void another_type_or_unit_is_refused_and_a_fixed_unit_goes_with_each_value_once_it_varies() {
    CategoryRow row = priced("103.000000000000");
    assertThatThrownBy(() -> read(row, new Field("price", Dtype.STRING, "varies", false, "")))
        .hasMessage("Cannot read a row of everything: price was decimal and is string. Give the field a new name instead");
    assertThatThrownBy(() -> read(row, new Field("huge", Dtype.decimal(38, 0), "1000_count", false, "")))
        .hasMessage("Cannot read a row of everything: the unit of huge was 1_count and is 1000_count. Give the field a new name instead");
    assertThat(read(row, new Field("huge", Dtype.decimal(38, 0), "varies", false, "")).units[3]).isEqualTo("1_count");
  }

  @Test
  void the_fingerprint_in_a_file_s_name_is_avro_s_own() {
    for (String schema : List.of(AvroSchemas.wire(Samples.EVERYTHING, Samples.STATES), AvroSchemas.unqualified(), AvroSchemas.dropped())) {
      assertThat(SchemaFingerprint.of(schema))
          .isEqualTo(SingleObject.hex(SchemaNormalization.parsingFingerprint64(new Schema.Parser().parse(schema))));
    }
  }

  @Test
  void bytes_that_are_no_row_are_refused() {
    assertThatThrownBy(() -> CODEC.decode("{}".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("it is no Avro single object");
    assertThatThrownBy(() -> CODEC.decode(null)).hasMessageContaining("it is no Avro single object");
    byte[] whole = CODEC.encode(Samples.corruptible().get(1));
    assertThatThrownBy(() -> CODEC.decode(java.util.Arrays.copyOf(whole, whole.length - 3)))
        .hasMessageStartingWith("Cannot read a row of everything: ");
  }

  @Test
  void a_row_without_its_identifier_or_with_a_state_of_no_meaning_is_not_written() {
    assertThatThrownBy(() -> CODEC.encode(Samples.row("o", 1, 0, null, 1L, null, null, null, null, null, null, null)))
        .hasMessage("Cannot write a row of everything: the required field symbol has no value");
    CategoryRow odd = Samples.corruptible().get(0);
    odd.states[3] = -1;
    assertThatThrownBy(() -> CODEC.encode(odd)).hasMessageContaining("the state code -1 of huge is none of the catalog's");
  }

  /** A row that today's samples wrote, read once one of the fields is another. */
  private static CategoryRow read(CategoryRow row, Field changed) {
    Category later = with(changed(Samples.EVERYTHING, changed.name(), changed)).withReleased(List.of(WIRE.toString()));
    return CategoryCodec.of(later, Samples.STATES).decode(CODEC.encode(row));
  }

  private static CategoryRow priced(String price) {
    return Samples.row("raw.ib/0", 1, 0, "A", 1L, new BigDecimal(price), BigDecimal.ONE, null, null, null, null, null);
  }

  private static List<Field> changed(Category category, String name, Field field) {
    return category.fields().stream().map(was -> was.name().equals(name) ? field : was).toList();
  }

  private static CategoryCodec knowing(Category before) {
    return CategoryCodec.of(Samples.EVERYTHING.withReleased(List.of(AvroSchemas.wire(before, Samples.STATES))), Samples.STATES);
  }

  private static Category with(List<Field> fields) {
    Category c = Samples.EVERYTHING;
    return new Category(c.name(), c.description(), c.identifier(), c.timestamp(), c.keys(), c.retention(), fields);
  }

  private static GenericRecord readByAvro(byte[] bytes) throws IOException {
    GenericData decimals = new GenericData();
    decimals.addLogicalTypeConversion(new Conversions.DecimalConversion());
    BinaryMessageDecoder<GenericRecord> decoder = new BinaryMessageDecoder<>(decimals, READER);
    decoder.addSchema(WIRE);
    return decoder.decode(bytes);
  }

  private static List<String> values(GenericRecord record, String field) {
    return List.of("", "_dtype", "_unit", "_state").stream().map(suffix -> String.valueOf(record.get(field + suffix))).toList();
  }
}
