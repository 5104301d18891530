package io.twinlane.types;

import static io.twinlane.types.Shaped.FIRST;
import static io.twinlane.types.Shaped.STATES;
import static io.twinlane.types.Shaped.part;
import static io.twinlane.types.Shaped.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.MergedState;
import io.twinlane.normalize.RowShape;
import io.twinlane.normalize.TechnicalValues;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.StringValue;
import org.junit.jupiter.api.Test;

/** What a savepoint keeps is read by the names of fields and states: the catalog of tomorrow has others, and in another order. */
class KeptByNameTest {
  private static final BigDecimal BID = new BigDecimal("103.000000000000");

  @Test
  void state_comes_back_as_it_went_while_the_catalog_is_the_same() throws IOException {
    assertThat(compatibility(FIRST).isCompatibleAsIs()).isTrue();
    assertThat(taken(FIRST)).usingRecursiveComparison().isEqualTo(Shaped.state());
  }

  @Test
  void fields_that_exchanged_their_places_keep_their_values() throws IOException {
    RowShape exchanged = Shaped.changed(fields -> {
      Collections.swap(fields, 1, 2);
      return fields;
    });
    assertThat(compatibility(exchanged).isCompatibleAfterMigration()).isTrue();
    assertState(taken(exchanged), new Object[] {"CLZ6", null, BID, change()}, new String[] {null, null, "1_usd", null}, 1, 0, 1, 1);
    CategoryRow row = kept(exchanged);
    assertThat(row.values).containsExactly("CLZ6", null, BID, change());
    assertThat(row.states).containsExactly(1, 0, 2, 1);
  }

  @Test
  void a_new_field_is_missing_wherever_it_stands_and_one_that_is_no_more_is_forgotten() throws IOException {
    RowShape other = shape(STATES, part("venue", "string", "none"), part("symbol", "string", "none"), part("bid", "decimal(24,12)", "varies"));
    assertThat(compatibility(other).isCompatibleAfterMigration()).isTrue();
    assertState(taken(other), new Object[] {null, "CLZ6", BID}, new String[] {null, null, "1_usd"}, 0, 1, 1);
    assertThat(kept(other).values).containsExactly(null, "CLZ6", BID);
  }

  @Test
  void states_are_known_by_name_whatever_their_codes() throws IOException {
    RowShape more = new RowShape("tick", FIRST.fields(), List.of("HALTED", "CARRIED", "LIVE", "MISSING"));
    MergedState state = taken(more);
    assertThat(state.givenStates()).containsExactly(2, 2, 3, 2);
    assertThat(state.sticky()).isEqualTo((byte) 2);
    assertThat(kept(more).states).containsExactly(2, 1, 3, 2);
  }

  @Test
  void a_unit_that_held_for_every_row_goes_with_each_value_once_it_varies() throws IOException {
    RowShape varying = Shaped.with(part("change", "decimal(24,12)", "varies"));
    assertThat(taken(varying).units()).containsExactly(null, "1_usd", null, "1_percent");
    assertThat(kept(varying).units).containsExactly(null, "1_usd", null, "1_percent");
  }

  @Test
  void a_changed_dtype_is_refused_and_never_another_price() {
    RowShape scaled = Shaped.with(part("bid", "decimal(24,8)", "varies"));
    String why = "bid was decimal(24,12) and is decimal(24,8). Give what changed a new name, or start";
    assertThatThrownBy(() -> compatibility(scaled)).hasMessage(
        "Cannot go on from this savepoint's merge state: " + why + " the job without its state");
    assertThatThrownBy(() -> taken(scaled)).hasMessage("Cannot read what is kept of tick: " + why + " without the state");
    assertThatThrownBy(() -> kept(scaled)).hasMessage("Cannot read what is kept of tick: " + why + " without the state");
  }

  @Test
  void a_changed_unit_a_state_that_is_no_more_and_another_category_are_refused() {
    assertThatThrownBy(() -> compatibility(Shaped.with(part("change", "decimal(24,12)", "1_basis_point"))))
        .hasMessageContaining("the unit of change was 1_percent and is 1_basis_point.");
    assertThatThrownBy(() -> compatibility(Shaped.with(part("bid", "decimal(24,12)", "1_usd"))))
        .hasMessageContaining("the unit of bid was varies and is 1_usd.");
    assertThatThrownBy(() -> compatibility(new RowShape("tick", FIRST.fields(), List.of("MISSING", "LIVE"))))
        .hasMessageContaining("there is no state CARRIED any more.");
    assertThatThrownBy(() -> compatibility(new RowShape("book", FIRST.fields(), STATES)))
        .hasMessageContaining("rows of tick are merged no more.");
  }

  @Test
  void the_state_of_a_source_that_merges_two_categories_stays_with_its_own() throws IOException {
    RowShape other = new RowShape("book", FIRST.fields(), STATES);
    TypeSerializer<MergedState> now = new MergedStateSerializer(List.of(other, FIRST));
    MergedState back = now.deserialize(input(written(now, Shaped.state())));
    assertThat(back).usingRecursiveComparison().isEqualTo(Shaped.state());
    assertThat(now.snapshotConfiguration().resolveSchemaCompatibility(new MergedStateSnapshot(List.of(FIRST))).isCompatibleAfterMigration())
        .isTrue();
  }

  @Test
  void bytes_of_an_earlier_release_are_still_read() throws IOException {
    DataInputDeserializer golden = input(resource("merged-state-1.bin"));
    TypeSerializer<MergedState> then =
        TypeSerializerSnapshot.<MergedState>readVersionedSnapshot(golden, getClass().getClassLoader()).restoreSerializer();
    assertThat(then.deserialize(golden)).usingRecursiveComparison().isEqualTo(Shaped.state());
    assertThat(new KeptRowsSerializer(FIRST).deserialize(2, resource("kept-rows-2.bin"))).containsExactly(Shaped.row());
  }

  @Test
  void bytes_of_this_release_say_where_state_begins_and_what_read_it() throws IOException {
    DataInputDeserializer golden = input(resource("merged-state-2.bin"));
    TypeSerializer<MergedState> then =
        TypeSerializerSnapshot.<MergedState>readVersionedSnapshot(golden, getClass().getClassLoader()).restoreSerializer();
    assertThat(then.deserialize(golden)).usingRecursiveComparison().isEqualTo(Shaped.begun());
    assertThat(new KeptRowsSerializer(FIRST).deserialize(3, resource("kept-rows-3.bin"))).containsExactly(Shaped.merged());
  }

  @Test
  void technical_columns_of_kept_rows_are_read_by_name() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    new KeptColumns(List.of(new KeptColumns.Column("ingest_time", false), new KeptColumns.Column("gone", true),
        new KeptColumns.Column("origin_offset", false), new KeptColumns.Column("row_index", false), new KeptColumns.Column("origin", true),
        new KeptColumns.Column("mapping_version", true), new KeptColumns.Column("source_system", true))).write(out);
    out.writeLong(5);
    StringValue.writeString("of another release", out);
    out.writeLong(41);
    out.writeLong(2);
    for (String text : List.of("raw.ib/0", "ib/1", "ib")) {
      StringValue.writeString(text, out);
    }
    DataInputDeserializer in = input(out.getCopyOfBuffer());
    assertThat(TechnicalValues.read("tick", null, null, null, KeptColumns.read(in).values(in)))
        .isEqualTo(new CategoryRow("tick", null, null, null, "ib", "raw.ib/0", 41, 2, "ib/1", 41, 5));
  }

  @Test
  void what_read_a_state_stays_with_its_fields_wherever_they_stand() throws IOException {
    RowShape other = shape(STATES, part("venue", "string", "none"), part("ask", "decimal(24,12)", "varies"), part("symbol", "string", "none"));
    TypeSerializer<MergedState> today = new MergedStateSerializer(List.of(other));
    MergedState state = today.deserialize(input(written(today, Shaped.begun())));
    assertThat(state.mappings()).as("a new field rests on all that was read").containsExactly("ib/1", "ib/1", "ib/2", "ib/2");
    assertThat(state.from()).isEqualTo(17);
  }

  @Test
  void rows_that_were_kept_without_their_shape_are_refused() {
    assertThatThrownBy(() -> new KeptRowsSerializer(FIRST).deserialize(1, new byte[4])).isInstanceOf(IOException.class).hasMessage(
        "Cannot read kept rows of version 1: known are 2 and 3. That version did not say which value is which field: start the job without its state");
  }

  private static TypeSerializerSchemaCompatibility<MergedState> compatibility(RowShape now) {
    return new MergedStateSerializer(List.of(now)).snapshotConfiguration().resolveSchemaCompatibility(new MergedStateSnapshot(List.of(FIRST)));
  }

  /** As Flink takes state over: read by the serializer of then, written and read by the one of now. */
  private static MergedState taken(RowShape now) throws IOException {
    TypeSerializer<MergedState> then = new MergedStateSerializer(List.of(FIRST));
    TypeSerializer<MergedState> today = new MergedStateSerializer(List.of(now));
    MergedState read = then.deserialize(input(written(then, Shaped.state())));
    return today.deserialize(input(written(today, read)));
  }

  private static CategoryRow kept(RowShape now) throws IOException {
    byte[] bytes = new KeptRowsSerializer(FIRST).serialize(List.of(Shaped.row()));
    return new KeptRowsSerializer(now).deserialize(3, bytes).get(0);
  }

  private static void assertState(MergedState state, Object[] values, String[] units, int... states) {
    assertThat(state.values()).containsExactly(values);
    assertThat(state.units()).containsExactly(units);
    assertThat(state.givenStates()).containsExactly(states);
    assertThat(state.sticky()).isEqualTo((byte) 1);
  }

  private static BigDecimal change() {
    return new BigDecimal("1.500000000000");
  }

  private static byte[] written(TypeSerializer<MergedState> serializer, MergedState state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(state, out);
    return out.getCopyOfBuffer();
  }

  private static DataInputDeserializer input(byte[] bytes) {
    return new DataInputDeserializer(bytes);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = KeptByNameTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
