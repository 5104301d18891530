package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A path that meets something of another kind on its way: the message is built otherwise than its mapping says. */
class PathTest {
  private static final Map<String, List<String>> PATHS = Map.of("bids", List.of("data", "bids"), "asks", List.of("data", "asks"),
      "price", List.of("trade", "at", "price"));
  private final SourceUnderTest coinbase = new SourceUnderTest("coinbase");

  private Collected normalize(String message) {
    List<Column> columns = coinbase.source.columns().stream()
        .map(c -> new Column(c.name(), PATHS.getOrDefault(c.name(), c.path()), c.array(), c.between(), c.description())).toList();
    Collected output = new Collected();
    new Normalizer(coinbase.with(columns, coinbase.source.messages())).normalize(
        new RawMessage("raw.coinbase/0", 7, SourceUnderTest.RECEIVED, SourceUnderTest.INGESTED,
            message.getBytes(StandardCharsets.UTF_8), null),
        output);
    return output;
  }

  private Collected snapshot(String data) {
    return normalize("{\"type\":\"snapshot\",\"product_id\":\"BTC-USD\",\"time\":\"2026-11-20T14:30:00Z\",\"data\":" + data + "}");
  }

  private Collected match(String trade) {
    return normalize("{\"type\":\"match\",\"product_id\":\"BTC-USD\",\"time\":\"2026-11-20T14:30:00Z\",\"side\":\"buy\","
        + "\"size\":\"1\",\"trade\":" + trade + "}");
  }

  @Test
  void a_path_through_objects_is_followed() {
    assertThat(snapshot("{\"bids\":[[\"1\",\"2\"]],\"asks\":[[\"3\",\"4\"]]}").rows).hasSize(2);
    assertThat(match("{\"at\":{\"price\":\"10\"}}").rows).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"[{\"bids\":[[\"1\",\"2\"]],\"asks\":[]}]|a list", "[]|a list", "\"x\"|a plain value",
      "5|a plain value", "true|a plain value"})
  void a_list_below_another_kind_is_of_the_wrong_type_and_no_empty_message(String data, String met) {
    Collected output = snapshot(data);

    assertThat(output.dropped).isEmpty();
    assertThat(output.rows).isEmpty();
    assertThat(output.unqualified).singleElement().satisfies(row -> {
      assertThat(row.reason()).isEqualTo(Reasons.WRONG_TYPE);
      assertThat(row.explanation()).isEqualTo(
          "Cannot read column bids: " + met + " in the midst of its path is not an object. Allowed: objects all along its path");
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"[1]|a list", "{\"at\":[{\"price\":\"10\"}]}|a list", "{\"at\":7}|a plain value",
      "\"10\"|a plain value"})
  void a_value_below_another_kind_is_of_the_wrong_type_at_any_depth(String trade, String met) {
    assertThat(match(trade).unqualified).singleElement().satisfies(row -> {
      assertThat(row.reason()).isEqualTo(Reasons.WRONG_TYPE);
      assertThat(row.explanation()).startsWith("Cannot read field last_price: " + met + " in the midst of its path is not a number");
    });
  }

  @Test
  void null_on_the_way_is_absent_as_it_is_at_the_end() {
    assertThat(coinbase.shown(match("null").rows.get(0), "last_price")).isEqualTo("null MISSING");
    assertThat(coinbase.shown(match("{\"at\":null}").rows.get(0), "last_price")).isEqualTo("null MISSING");
  }

  @Test
  void an_index_that_meets_an_object_is_of_the_wrong_type() {
    assertThat(snapshot("{\"bids\":[{\"0\":\"1\",\"1\":\"2\"}],\"asks\":[]}").unqualified).singleElement()
        .extracting(UnqualifiedRow::reason).isEqualTo(Reasons.WRONG_TYPE);
  }

  @Test
  void a_key_that_stands_twice_is_told_though_one_of_them_is_of_another_kind() {
    assertThat(normalize("{\"type\":\"match\",\"product_id\":\"BTC-USD\",\"trade\":[],\"trade\":{\"at\":{\"price\":\"1\"}}}").unqualified)
        .singleElement().extracting(UnqualifiedRow::reason).isEqualTo(Reasons.DUPLICATE_KEY);
  }
}
