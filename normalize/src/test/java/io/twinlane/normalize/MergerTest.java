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
    assertThat(second.dropped()).isEqualTo(new DroppedMessage("ib", Reasons.UNCHANGED, "raw.ib/0", 9, SourceUnderTest.INGESTED));
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
}
