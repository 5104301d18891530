package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told of a message that cannot go on. The scenarios show the rest. */
class ReasonsTest {
  private static final String MATCH = "{\"type\":\"match\",\"trade_id\":1,\"side\":\"sell\",\"size\":\"2.5\",\"price\":\"10\","
      + "\"product_id\":\"BTC-USD\","
      + "\"sequence\":7,\"time\":\"2026-11-20T14:30:00.5Z\",\"extra\":{\"a\":[1,2.5e3,true,null,\"\\u00e9 \u20ac\"]}}";
  private final SourceUnderTest coinbase = new SourceUnderTest("coinbase");

  @Test
  void the_message_that_the_others_are_made_from_is_well() {
    coinbase.send(MATCH);
    assertThat(coinbase.output.unqualified).isEmpty();
    assertThat(coinbase.shown("last_price")).isEqualTo("10 1_usd LIVE");
  }

  @Test
  void a_message_that_is_cut_off_anywhere_is_truncated() {
    byte[] whole = MATCH.getBytes(StandardCharsets.UTF_8);
    for (int length = 1; length < whole.length; length++) {
      coinbase.send(Arrays.copyOf(whole, length));
      assertThat(coinbase.lastUnqualified().reason()).as("first %d bytes", length).isEqualTo(Reasons.TRUNCATED);
      assertThat(coinbase.lastUnqualified().explanation()).endsWith("after " + length + " bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ech+hb", "", "   ", "{]", "{\"type\" \"match\"}", "{'type':'match'}", "{\"a\":01}", "{\"a\":NaN}", "{\"a\":1,}",
      "// x\n{}",
      "{\"a\":\"tab\there\"}", "{\"a\":+1}", "{} {}", "{}x", "{}]", "<html></html>", "1 2", "\"a\" b"})
  void what_is_not_json_is_kept_whole_and_told_so(String text) {
    coinbase.send(text);
    UnqualifiedRow row = coinbase.lastUnqualified();
    assertThat(row.reason()).isEqualTo(Reasons.NOT_JSON);
    assertThat(row.explanation()).startsWith("Cannot read the message: ");
    assertThat(row.raw()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    assertThat(row.category()).isNull();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"[1,2]|a list", "12.5|a number", "\"match\"|a text", "true|true or false", "null|null"})
  void json_that_is_no_object_has_the_wrong_type(String text, String words) {
    coinbase.send(text);
    assertThat(coinbase.lastUnqualified().reason()).isEqualTo(Reasons.WRONG_TYPE);
    assertThat(coinbase.lastUnqualified().explanation()).isEqualTo("Cannot read the message: it is " + words + ". Allowed: an object");
  }

  @Test
  void bytes_that_are_no_utf8_are_refused_even_where_no_column_reads_them() {
    byte[] bytes = "{\"type\":\"match\",\"other\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    bytes[25] = (byte) 0x99;
    coinbase.send(bytes);
    assertThat(coinbase.lastUnqualified().reason()).isEqualTo(Reasons.INVALID_UTF8);
    assertThat(coinbase.lastUnqualified().explanation()).isEqualTo("Cannot read the message: byte 25 is not UTF-8");
    assertThat(coinbase.lastUnqualified().raw()).isEqualTo(bytes);
  }

  @Test
  void utf16_is_not_guessed() {
    coinbase.send(MATCH.getBytes(StandardCharsets.UTF_16LE));
    assertThat(coinbase.lastUnqualified().reason()).isIn(Reasons.NOT_JSON, Reasons.INVALID_UTF8);
    coinbase.send("{\"type\":\"heartbeat\"}".getBytes(StandardCharsets.UTF_16LE));
    assertThat(coinbase.lastUnqualified().reason()).isEqualTo(Reasons.NOT_JSON);
  }

  @Test
  void a_message_of_5_mb_is_too_large_and_is_kept_whole() {
    byte[] large = ("{\"type\":\"match\",\"pad\":\"" + "x".repeat(5_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    coinbase.send(large);
    assertThat(coinbase.lastUnqualified().reason()).isEqualTo(Reasons.TOO_LARGE);
    assertThat(coinbase.lastUnqualified().explanation())
        .isEqualTo("Cannot read the message: it has 5000025 bytes. Allowed: at most 4194304");
    assertThat(coinbase.lastUnqualified().raw()).isEqualTo(large);
  }

  @Test
  void a_message_of_just_under_the_limit_is_read() {
    coinbase.send(MATCH.replace("{\"a\":[1", "{\"b\":\"" + "x".repeat(4_000_000) + "\",\"a\":[" + "7".repeat(5000)));
    assertThat(coinbase.output.rows).hasSize(1);
  }

  @Test
  void nesting_has_a_bound() {
    coinbase.send(MATCH.replace("null", "[".repeat(100_000) + "]".repeat(100_000)));
    assertThat(coinbase.lastUnqualified().reason()).isEqualTo(Reasons.TOO_LARGE);
    assertThat(coinbase.lastUnqualified().explanation()).isEqualTo("Cannot read the message: it is nested deeper than 200 levels");
  }

  @Test
  void a_key_that_the_mapping_uses_must_not_stand_twice() {
    coinbase.send(MATCH.replace("\"sequence\"", "\"price\""));
    assertThat(coinbase.lastUnqualified().reason()).isEqualTo(Reasons.DUPLICATE_KEY);
    assertThat(coinbase.lastUnqualified().explanation()).isEqualTo("Cannot read the message: the key \"price\" stands twice in it");
    coinbase.send(MATCH.replace("\"sequence\":7", "\"other\":7,\"other\":8"));
    assertThat(coinbase.output.rows).hasSize(1);
  }

  @Test
  void a_zero_character_survives_and_half_a_character_is_refused() {
    coinbase.send(MATCH.replace("\"sell\"", "\"a\\u0000b\""));
    assertThat(coinbase.lastRow().values[coinbase.spec.category("market_tick").indexOf("last_side")]).isEqualTo("a\u0000b");
    coinbase.send(MATCH.replace("\"sell\"", "\"\\ud800\""));
    assertThat(coinbase.lastUnqualified().reason()).isEqualTo(Reasons.INVALID_UTF8);
    assertThat(coinbase.lastUnqualified().explanation())
        .isEqualTo("Cannot read field last_side: the text holds half a character (an unpaired surrogate). Allowed: whole characters");
    coinbase.send(MATCH.replace("BTC-USD", "\\udfff-USD"));
    assertThat(coinbase.lastUnqualified().reason()).isEqualTo(Reasons.UNKNOWN_IDENTIFIER);
  }

  @Test
  void a_long_raw_value_is_cut_beside_the_whole_message() {
    coinbase.send(MATCH.replace("\"10\"", "\"" + "a".repeat(5000) + "\""));
    UnqualifiedRow row = coinbase.lastUnqualified();
    assertThat(row.rawValue()).hasSize(1003).endsWith("a...");
    assertThat(row.explanation()).hasSizeLessThan(300);
    assertThat(row.raw()).hasSizeGreaterThan(5000);
  }

  @Test
  void very_many_bad_rows_do_not_repeat_a_large_message_each() {
    String bad = "[\"sell\",\"x\",\"1\"],".repeat(20_000);
    coinbase.send("{\"type\":\"l2update\",\"product_id\":\"BTC-USD\",\"changes\":[" + bad
        + "[\"sell\",\"1\",\"1\"]],\"time\":\"2026-11-20T14:30:00Z\"}");
    assertThat(coinbase.output.rows).hasSize(1);
    assertThat(coinbase.lastRow().rowIndex).isEqualTo(20_000);
    assertThat(coinbase.output.unqualified).hasSize(20_000);
    assertThat(coinbase.output.unqualified.get(0).raw()).hasSizeGreaterThan(300_000);
    assertThat(coinbase.output.unqualified.stream().mapToLong(row -> row.raw().length).sum()).isLessThan(2_000_000);
  }

  @Test
  void an_unqualified_row_says_where_it_came_from() {
    coinbase.send(MATCH.replace("\"10\"", "\"abc\""));
    UnqualifiedRow row = coinbase.lastUnqualified();
    assertThat(row.sourceSystem()).isEqualTo("coinbase");
    assertThat(row.category()).isEqualTo("market_tick");
    assertThat(row.field()).isEqualTo("last_price");
    assertThat(row.rawValue()).isEqualTo("abc");
    assertThat(row.origin() + "@" + row.originOffset() + "#" + row.rowIndex()).isEqualTo("raw.coinbase/0@0#0");
    assertThat(row.mappingVersion()).isEqualTo("coinbase/2");
    assertThat(row.receiveTime()).isEqualTo(SourceUnderTest.RECEIVED + 1);
    assertThat(row.ingestTime()).isEqualTo(SourceUnderTest.INGESTED + 1);
  }
}
