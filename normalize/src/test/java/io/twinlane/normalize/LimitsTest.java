package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.ControlCharacters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalog asks of values beyond their dtype: least numbers, keys that can be seen, designated times that are not far ahead. */
class LimitsTest {
  private static final long DAY = 86_400_000_000L;
  private final SourceUnderTest coinbase = new SourceUnderTest("coinbase");
  private final SourceUnderTest eia = new SourceUnderTest("eia");

  private static String match(String product, String size, String price, String time) {
    return "{\"type\":\"match\",\"trade_id\":1,\"side\":\"sell\",\"size\":\"" + size + "\",\"price\":\"" + price + "\",\"product_id\":\"" + product
        + "\",\"time\":\"" + time + "\"}";
  }

  private static String book(String... sizes) {
    StringBuilder levels = new StringBuilder();
    for (String size : sizes) {
      levels.append(levels.isEmpty() ? "" : ",").append("[\"buy\",\"10\",\"").append(size).append("\"]");
    }
    return "{\"type\":\"l2update\",\"product_id\":\"BTC-USD\",\"changes\":[" + levels + "],\"time\":\"2026-11-20T14:30:00Z\"}";
  }

  private static String text(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  @Test
  void a_level_with_a_size_below_zero_is_unqualified_and_its_siblings_are_rows() {
    coinbase.send(book("1", "-1", "0", "-0.000000000001", "-0"));
    assertThat(coinbase.output.rows).extracting(row -> row.rowIndex).containsExactly(0, 2, 4);
    assertThat(coinbase.output.unqualified).extracting(UnqualifiedRow::rowIndex).containsExactly(1, 3);
    assertThat(coinbase.output.unqualified).extracting(UnqualifiedRow::reason).containsOnly(Reasons.BELOW_MINIMUM);
    assertThat(coinbase.output.unqualified.get(0).explanation()).isEqualTo("Cannot use field size: \"-1\" is below 0. Allowed: 0 or more");
  }

  @Test
  void a_price_may_be_below_zero_and_a_size_may_not() {
    coinbase.send(match("CL-USD", "1", "-37.63", "2026-11-20T14:30:00Z"));
    assertThat(coinbase.shown("last_price")).isEqualTo("-37.63 1_usd LIVE");
    coinbase.send(match("CL-USD", "-1", "37.63", "2026-11-20T14:30:00Z"));
    assertThat(coinbase.lastUnqualified().reason()).isEqualTo(Reasons.BELOW_MINIMUM);
    assertThat(coinbase.lastUnqualified().rawValue()).isEqualTo("-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"88", "85", "7059", "87", "87_raw", "7762", "7697", "7638"})
  void no_size_volume_or_open_interest_of_ib_is_below_zero(String field) {
    SourceUnderTest ib = new SourceUnderTest("ib");
    ib.send("{\"topic\":\"smd+1\",\"conid\":1,\"" + field + "\":\"-5\"}");
    assertThat(ib.output.rows).isEmpty();
    assertThat(ib.lastUnqualified().reason()).isEqualTo(Reasons.BELOW_MINIMUM);
  }

  @ParameterizedTest
  @CsvSource({"\\u0000,\\x00", "\\u001b,\\x1b", "\\n,\\x0a", "\\u007f,\\u007f", "\\u0085,\\u0085", "\\u202e,\\u202e", "\\u2028,\\u2028", "\\ufeff,\\ufeff"})
  void an_identifier_with_a_control_character_is_unqualified_and_told_as_an_escape(String json, String shown) {
    coinbase.send(match("BTC" + json + "[31m-USD", "1", "10", "2026-11-20T14:30:00Z"));
    coinbase.send(match("BTC" + json + "[31m-USD", "1", "10", "2026-11-20T14:30:00Z"));
    assertThat(coinbase.output.rows).isEmpty();
    assertThat(coinbase.output.unqualified).hasSize(2).allSatisfy(row -> {
      assertThat(row.reason()).isEqualTo(Reasons.CONTROL_CHARACTER);
      assertThat(row.explanation()).isEqualTo("Cannot use the identifier: \"BTC" + shown + "[31m-USD\" becomes part of keys, and it holds the"
          + " control character " + shown + ". Allowed: characters that can be seen");
      assertThat(row.field()).isEqualTo("product");
      assertThat(row.rawValue()).hasSize(12);
    });
  }

  @Test
  void a_key_that_is_no_identifier_has_none_either_and_a_text_that_is_no_key_keeps_what_it_holds() {
    eia.send(record("A\\u0000B", "Stocks\\u001b[2J", "2026-11-13"));
    assertThat(eia.lastUnqualified().reason()).isEqualTo(Reasons.CONTROL_CHARACTER);
    assertThat(eia.lastUnqualified().explanation()).isEqualTo("Cannot use field subject: \"A\\x00B\" is part of a key, and it holds the control"
        + " character \\x00. Allowed: characters that can be seen");
    eia.send(record("AB", "Stocks\\u001b[2J", "2026-11-13"));
    assertThat(eia.shown("subject_name")).isEqualTo("Stocks\u001b[2J PUBLISHED");
  }

  @Test
  void every_sentence_shows_what_a_source_wrote_as_escapes() {
    coinbase.send(match("BTC-USD", "1\\u001b[2J\\n", "10", "2026-11-20T14:30:00Z"));
    assertThat(coinbase.lastUnqualified().explanation()).startsWith("Cannot read field last_size: \"1\\x1b[2J\\x0a\" is not a number.");
    assertThat(coinbase.lastUnqualified().rawValue()).isEqualTo("1\u001b[2J\n");
    coinbase.send("{\"type\":\"\\u009b2J\"}");
    assertThat(coinbase.lastUnqualified().explanation()).contains("kind is \"\\u009b2J\"");
    coinbase.send("{\"type\": bad\u202e\u009b}");
    assertThat(coinbase.lastUnqualified().explanation()).satisfies(sentence -> assertThat(ControlCharacters.firstIn(sentence)).isEqualTo(-1));
  }

  @Test
  void a_row_more_than_a_day_ahead_of_its_message_is_unqualified_and_its_siblings_are_rows() {
    coinbase.send(match("BTC-USD", "1", "10", "2026-11-20T14:30:00Z"));
    coinbase.send(match("BTC-USD", "1", "11", "2199-12-31T23:59:59Z"));
    coinbase.send(match("BTC-USD", "1", "12", "9999-12-31T23:59:59Z"));
    coinbase.send(match("BTC-USD", "1", "13", "2026-11-20T14:30:01Z"));
    assertThat(coinbase.output.rows).extracting(row -> row.originOffset).containsExactly(0L, 3L);
    assertThat(coinbase.output.unqualified).extracting(UnqualifiedRow::reason).containsExactly(Reasons.TIME_IN_FUTURE, Reasons.NOT_A_TIME);
    assertThat(coinbase.output.unqualified.get(0).explanation()).isEqualTo("Cannot use field event_time: \"2199-12-31T23:59:59Z\" is more than 1d"
        + " after " + text(SourceUnderTest.INGESTED + 2) + ", when the message came. Allowed: up to 1d after it");
    assertThat(coinbase.output.unqualified.get(0).field()).isEqualTo("event_time");
  }

  @ParameterizedTest
  @CsvSource({"0,true", "1,false"})
  void ahead_is_measured_to_the_microsecond_against_the_later_of_the_messages_own_times(long beyond, boolean row) {
    long late = SourceUnderTest.RECEIVED + 40 * DAY;
    for (long[] times : new long[][] {{late, late - DAY}, {5, late}}) {
      byte[] body = match("BTC-USD", "1", "10", text(late + DAY + beyond)).getBytes(StandardCharsets.UTF_8);
      coinbase.send(new RawMessage("raw.coinbase/0", 0, times[0], times[1], body, null));
    }
    assertThat(coinbase.output.rows).hasSize(row ? 2 : 0);
    assertThat(coinbase.output.unqualified).hasSize(row ? 0 : 2);
  }

  @Test
  void a_receive_time_of_the_far_future_is_no_time_for_a_row_and_lets_none_pass() {
    SourceUnderTest ib = new SourceUnderTest("ib");
    long never = SourceUnderTest.INGESTED + 3000 * DAY;
    byte[] frame = "{\"topic\":\"smd+1\",\"conid\":1,\"31\":\"10\"}".getBytes(StandardCharsets.UTF_8);
    ib.send(new RawMessage("raw.ib/0", 0, never, SourceUnderTest.INGESTED, frame, null));
    assertThat(ib.output.rows).isEmpty();
    assertThat(ib.lastUnqualified().reason()).isEqualTo(Reasons.TIME_IN_FUTURE);
    assertThat(ib.lastUnqualified().explanation()).startsWith("Cannot use field event_time: \"" + text(never) + "\" is more than 1d after ");
    byte[] match = match("BTC-USD", "1", "10", text(never)).getBytes(StandardCharsets.UTF_8);
    coinbase.send(new RawMessage("raw.coinbase/0", 0, never, SourceUnderTest.INGESTED, match, null));
    assertThat(coinbase.lastUnqualified().reason()).isEqualTo(Reasons.TIME_IN_FUTURE);
  }

  @Test
  void a_category_may_look_further_ahead() {
    eia.send(record("A", "Stocks", "2031-11-13"));
    assertThat(eia.output.rows).hasSize(1);
    eia.send(record("A", "Stocks", "2099-11-13"));
    assertThat(eia.lastUnqualified().reason()).isEqualTo(Reasons.TIME_IN_FUTURE);
    assertThat(eia.lastUnqualified().explanation()).endsWith("Allowed: up to 3660d after it");
  }

  private static RawMessage record(String series, String name, String period) {
    String body = "{\"period\":\"" + period + "\",\"series\":\"" + series + "\",\"series-description\":\"" + name + "\",\"value\":\"1\",\"units\":\"MBBL\"}";
    return new RawMessage("lake/file", 0, SourceUnderTest.RECEIVED, SourceUnderTest.INGESTED, body.getBytes(StandardCharsets.UTF_8),
        "response.data");
  }
}
