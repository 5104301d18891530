package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Category;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MergerTest {
  private final SourceUnderTest ib = new SourceUnderTest("ib");
  private final Merger merger = new Merger(ib.spec);
  private final Category tick = ib.spec.category("market_tick");

  private Update update(String fields) {
    ib.output.updates.clear();
    new Normalizer(ib.spec).normalize(new RawMessage("raw.ib/0", 9, SourceUnderTest.RECEIVED, SourceUnderTest.INGESTED,
        ("{\"conid\":265598,\"topic\":\"smd+265598\"" + fields + "}").getBytes(StandardCharsets.UTF_8), null), ib.output);
    return ib.output.updates.get(0);
  }

  private Merged merge(MergedState held, String fields) {
    return merger.merge(held, update(fields));
  }

  private String shown(Merged merged, String field) {
    return ib.shown(merged.row(), field);
  }

  @Test
  void a_field_that_the_delta_leaves_out_is_carried_and_one_never_given_is_missing() {
    Merged first = merge(null, ",\"6509\":\"R\",\"31\":\"1\"");
    Merged second = merge(first.state(), ",\"84\":\"0.9\"");
    assertThat(shown(second, "last_price")).isEqualTo("1 1_usd CARRIED");
    assertThat(shown(second, "bid_price")).isEqualTo("0.9 1_usd LIVE");
    assertThat(shown(second, "ask_price")).isEqualTo("null MISSING");
  }

  @Test
  void a_delta_that_changes_nothing_is_dropped_and_leaves_the_very_same_state() {
    Merged first = merge(null, ",\"6509\":\"R\",\"31\":\"1\",\"_updated\":1777552154191");
    Merged second = merge(first.state(), ",\"6509\":\"R\",\"31\":\"1.00\",\"_updated\":1777552154999");
    assertThat(second.row()).isNull();
    assertThat(second.dropped()).isEqualTo(new DroppedMessage("ib", Reasons.UNCHANGED, "raw.ib/0", 9, "ib/1", SourceUnderTest.INGESTED));
    assertThat(second.state()).isSameAs(first.state());
  }

  @Test
  void availability_alone_gives_no_row_but_is_kept_for_later() {
    Merged first = merge(null, ",\"6509\":\"DPB\"");
    assertThat(first.row()).isNull();
    assertThat(first.state().sticky()).isEqualTo(ib.spec.states().code("DELAYED"));
    assertThat(shown(merge(first.state(), ",\"31\":\"1\""), "last_price")).isEqualTo("1 1_usd DELAYED");
  }

  @Test
  void the_same_value_with_another_state_is_a_row() {
    Merged first = merge(null, ",\"6509\":\"R\",\"31\":\"1\"");
    Merged closed = merge(first.state(), ",\"31\":\"C1\"");
    assertThat(shown(closed, "last_price")).isEqualTo("1 1_usd PREVIOUS_CLOSE");
    assertThat(shown(merge(closed.state(), ",\"31\":\"1\""), "last_price")).isEqualTo("1 1_usd LIVE");
    assertThat(shown(merge(first.state(), ",\"6509\":\"Z\",\"31\":\"1\""), "last_price")).isEqualTo("1 1_usd FROZEN");
  }

  @Test
  void a_value_before_any_availability_is_of_unknown_state() {
    assertThat(shown(merge(null, ",\"31\":\"1\""), "last_price")).isEqualTo("1 1_usd UNKNOWN");
  }

  @Test
  void an_emptied_value_is_a_change_once_and_then_none() {
    Merged first = merge(null, ",\"6509\":\"R\",\"84\":\"1\",\"31\":\"2\"");
    Merged emptied = merge(first.state(), ",\"84\":\"\"");
    assertThat(shown(emptied, "bid_price")).isEqualTo("null MISSING");
    assertThat(merge(emptied.state(), ",\"84\":\"\"").row()).isNull();
    assertThat(shown(merge(emptied.state(), ",\"31\":\"3\""), "bid_price")).isEqualTo("null MISSING");
  }

  @Test
  void an_empty_value_of_a_key_that_was_never_seen_says_nothing() {
    assertThat(merge(null, ",\"6509\":\"R\",\"84\":\"\"").row()).isNull();
  }

  @Test
  void merging_changes_neither_the_state_that_it_is_given_nor_a_row_that_it_gave() {
    Merged first = merge(null, ",\"6509\":\"R\",\"31\":\"1\"");
    Object[] values = first.state().values().clone();
    CategoryRow row = first.row();
    merge(first.state(), ",\"31\":\"2\",\"84\":\"\"");
    assertThat(first.state().values()).isEqualTo(values);
    assertThat(row.values[tick.indexOf("last_price")]).isEqualTo(new java.math.BigDecimal("1.000000000000"));
  }

  @Test
  void a_row_carries_the_origin_of_its_own_delta() {
    CategoryRow row = merge(null, ",\"31\":\"1\"").row();
    assertThat(row.origin + "@" + row.originOffset + "#" + row.rowIndex).isEqualTo("raw.ib/0@9#0");
    assertThat(row.mappingVersion).isEqualTo("ib/1");
    assertThat(row.ingestTime).isEqualTo(SourceUnderTest.INGESTED);
  }

  @Test
  void a_row_says_where_the_first_message_stands_that_may_have_a_part_in_it() {
    assertThat(merge(null, ",\"31\":\"1\"").row().mergedFrom).as("its own").isEqualTo(9);
    Merged announced = merger.merge(null, at(3, "ib/1", update(",\"6509\":\"DPB\"")));
    assertThat(announced.row()).isNull();
    assertThat(merge(announced.state(), ",\"31\":\"1\"").row().mergedFrom).isEqualTo(3);
  }

  @Test
  void a_row_rests_on_the_oldest_mapping_that_read_what_is_in_it_and_goes_on_without_a_loss() {
    Merged first = merger.merge(null, at(3, "ib/9", update(",\"6509\":\"R\",\"31\":\"1\",\"84\":\"2\"")));
    Merged second = merger.merge(first.state(), at(4, "ib/10", update(",\"31\":\"3\"")));
    assertThat(shown(second, "bid_price")).isEqualTo("2 1_usd CARRIED");
    assertThat(second.row().mappingVersion).isEqualTo("ib/9");
    assertThat(second.state().mappings()).as("by field").hasSizeGreaterThan(1).contains("ib/9", "ib/10");
    assertThat(first.state().mappings()).as("once for all").containsExactly("ib/9");
  }

  @Test
  void a_row_says_the_newer_mapping_once_that_alone_read_all_that_a_row_can_rest_on() {
    Update all = everyField(at(4, "ib/2", update(",\"6509\":\"R\",\"31\":\"3\"")));
    Merged older = merger.merge(null, at(3, "ib/1", update(",\"6509\":\"R\",\"31\":\"1\"")));
    Merged given = merger.merge(older.state(), all);
    assertThat(given.row().mappingVersion).as("what it was compared with is the older one's").isEqualTo("ib/1");
    assertThat(given.state().mappings()).containsExactly("ib/2");
    assertThat(merger.merge(given.state(), at(5, "ib/2", update(",\"31\":\"4\""))).row().mappingVersion).isEqualTo("ib/2");
  }

  @Test
  void what_only_an_older_mapping_had_read_is_no_ground_for_dropping() {
    Merged first = merger.merge(null, at(3, "ib/1", update(",\"6509\":\"R\",\"31\":\"1\"")));
    Merged again = merger.merge(first.state(), at(4, "ib/2", update(",\"6509\":\"R\",\"31\":\"1\"")));
    assertThat(shown(again, "last_price")).isEqualTo("1 1_usd LIVE");
    assertThat(merger.merge(again.state(), at(5, "ib/2", update(",\"6509\":\"R\",\"31\":\"1\""))).row()).isNull();
  }

  @Test
  void a_mapping_that_was_taken_back_leaves_nothing_to_the_newer_one_that_it_may_have_missed() {
    Merged newer = merger.merge(null, at(3, "ib/2", update(",\"6509\":\"R\",\"31\":\"1\"")));
    Merged back = merger.merge(newer.state(), at(4, "ib/1", update(",\"84\":\"2\"")));
    assertThat(back.row().mappingVersion).isEqualTo("ib/1");
    assertThat(back.state().mappings()).containsExactly("ib/1");
  }

  @Test
  void state_of_which_nobody_kept_where_it_begins_claims_no_more_than_the_message() {
    MergedState kept = merge(null, ",\"6509\":\"R\",\"31\":\"1\"").state();
    MergedState before = new MergedState(kept.shape(), kept.values(), kept.units(), kept.givenStates(), kept.sticky());
    Merged merged = merger.merge(before, at(40, "ib/2", update(",\"84\":\"2\"")));
    assertThat(shown(merged, "last_price")).isEqualTo("1 1_usd CARRIED");
    assertThat(merged.row().mergedFrom).isEqualTo(40);
    assertThat(merged.row().mappingVersion).isEqualTo("ib/2");
  }

  /** The same delta as another message that another version of the mapping read. */
  private static Update at(long offset, String mapping, Update update) {
    CategoryRow row = update.row();
    return new Update(update.key(), new CategoryRow(row.category, row.values, row.units, row.states, row.sourceSystem, row.origin, offset,
        row.rowIndex, mapping, row.ingestTime), update.sticky());
  }

  /** A delta that leaves out no field. */
  private static Update everyField(Update update) {
    byte[] states = update.row().states.clone();
    for (int i = 0; i < states.length; i++) {
      states[i] = states[i] == Update.ABSENT ? Update.STICKY : states[i];
    }
    return new Update(update.key(), update.row().with(update.row().values, update.row().units, states), update.sticky());
  }
}
