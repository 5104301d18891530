package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Column;
import io.twinlane.catalog.MessageRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping says holds, or is told: none of its words is passed over in silence. */
class MappingWordsTest {
  private final SourceUnderTest coinbase = new SourceUnderTest("coinbase");

  private static String match(String product, String price, String side) {
    return "{\"type\":\"match\",\"product_id\":\"" + product + "\",\"time\":\"2026-11-20T14:30:00Z\",\"side\":\"" + side
        + "\",\"size\":\"1\",\"price\":" + price + "}";
  }

  private Collected normalize(NormalizeSpec spec, String message) {
    Collected output = new Collected();
    new Normalizer(spec).normalize(
        new RawMessage("raw.coinbase/0", 7, SourceUnderTest.RECEIVED, SourceUnderTest.INGESTED,
            message.getBytes(StandardCharsets.UTF_8), null),
        output);
    return output;
  }

  private NormalizeSpec missing(String text) {
    List<MessageRule> rules = coinbase.source.messages().stream().map(r -> new MessageRule(r.name(), r.when(), r.category(), r.rejects(),
        r.merge(), r.state(), List.of(text), r.numbers(), r.fields(), r.each(), r.unpivot())).toList();
    return coinbase.with(coinbase.source.columns(), rules);
  }

  private NormalizeSpec sideBetween(String after, String before) {
    List<Column> columns = coinbase.source.columns().stream()
        .map(c -> c.name().equals("side") ? new Column(c.name(), c.path(), false, List.of(after, before), c.description()) : c).toList();
    return coinbase.with(columns, coinbase.source.messages());
  }

  @ParameterizedTest
  @CsvSource({"0.0,null MISSING", "0.00,null MISSING", "-0.0,null MISSING", "0,null MISSING", "0e7,null MISSING", "0.5,0.5 1_usd LIVE",
      "'\"0.0\"',null MISSING", "'\"0.00\"',0 1_usd LIVE", "'\"-0.0\"',0 1_usd LIVE"})
  void what_stands_for_missing_does_so_as_a_number_by_its_value_and_as_a_text_letter_by_letter(String price, String shown) {
    assertThat(coinbase.shown(normalize(missing("0.0"), match("BTC-USD", price, "buy")).rows.get(0), "last_price")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"-1,-1.00,null MISSING", "-1,-1.0e0,null MISSING", "-1,-1.01,-1.01 1_usd LIVE", "N/A,0,0 1_usd LIVE", "1e2,100,null MISSING"})
  void any_number_may_stand_for_missing(String declared, String price, String shown) {
    assertThat(coinbase.shown(normalize(missing(declared), match("BTC-USD", price, "buy")).rows.get(0), "last_price")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"BTCUSD,1", "BTC-USD-PERP,3", "BTC--,3"})
  void an_identifier_with_another_number_of_parts_is_told(String product, int found) {
    Collected output = normalize(coinbase.spec, match(product, "10", "buy"));

    assertThat(output.rows).isEmpty();
    assertThat(output.unqualified).singleElement().satisfies(row -> {
      assertThat(row.reason()).isEqualTo(Reasons.UNKNOWN_IDENTIFIER);
      assertThat(row.explanation()).isEqualTo("Cannot take the identifier apart: \"" + product + "\" has the wrong number of parts, "
          + found + ". Allowed: 2 with \"-\" between them");
    });
  }

  @Test
  void a_part_that_can_be_no_unit_leaves_the_identifier_unresolved() {
    assertThat(coinbase.shown(normalize(coinbase.spec, match("T-USD", "10", "buy")).rows.get(0), "symbol"))
        .isEqualTo("coinbase:T-USD UNRESOLVED");
  }

  @ParameterizedTest
  @CsvSource({"x:buy:y,:,'',buy:y", "x:buy:y,:,:,buy", "x:buy:y,'',:,x"})
  void an_empty_mark_is_the_beginning_or_the_end(String side, String after, String before, String shown) {
    assertThat(coinbase.shown(normalize(sideBetween(after, before), match("BTC-USD", "10", side)).rows.get(0), "last_side"))
        .startsWith(shown + " ");
  }

  @Test
  void a_mark_that_is_not_there_gives_no_value() {
    assertThat(coinbase.shown(normalize(sideBetween("#", ""), match("BTC-USD", "10", "buy")).rows.get(0), "last_side"))
        .isEqualTo("null MISSING");
  }
}
