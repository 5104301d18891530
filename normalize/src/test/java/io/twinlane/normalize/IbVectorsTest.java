package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parser test vectors of Interactive Brokers' market data, each through the whole way from frame to row. */
class IbVectorsTest {
  private final SourceUnderTest ib = new SourceUnderTest("ib");

  private static String frame(String fields) {
    return "{\"conid\":265598,\"topic\":\"smd+265598\",\"6509\":\"RpB\"," + fields + "}";
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "\"31\":\"271.73\"|last_price|271.73 1_usd LIVE",
      "\"31\":271.73|last_price|271.73 1_usd LIVE",
      "\"31\":\"C4735.10\"|last_price|4735.1 1_usd PREVIOUS_CLOSE",
      "\"31\":\"H12.30\"|last_price|12.3 1_usd HALTED",
      "\"84\":\"64.780\"|bid_price|64.78 1_usd LIVE",
      "\"86\":\"64.780\"|ask_price|64.78 1_usd LIVE",
      "\"88\":\"1,300\"|bid_size|1300 1_share LIVE",
      "\"85\":\"1,236\"|ask_size|1236 1_share LIVE",
      "\"7059\":\"100\"|last_size|100 1_share LIVE",
      "\"87\":\"12.2M\",\"87_raw\":1.22E7|volume|12200000 1_share LIVE",
      "\"87\":\"3.45K\"|volume|3450 1_share LIVE",
      "\"87\":\"605\"|volume|605 1_share LIVE",
      "\"7762\":\"12203456\",\"87\":\"12.2M\"|volume|12203456 1_share LIVE",
      "\"83\":-9.38|change_percent|-9.38 LIVE",
      "\"83\":\"0.54%\"|change_percent|0.54 LIVE",
      "\"7697\":\"2.05M\"|open_interest|2050000 1_share LIVE",
      "\"7638\":\"1.2K\"|open_interest|1200 1_share LIVE",
      "\"70\":\"168.42\"|high_price|168.42 1_usd LIVE",
      "\"71\":\"168.42\"|low_price|168.42 1_usd LIVE",
      "\"7295\":\"168.42\"|open_price|168.42 1_usd LIVE",
      "\"7741\":\"168.42\"|close_price|168.42 1_usd LIVE"})
  void a_field_means_what_the_vectors_say(String fields, String field, String shown) {
    ib.send(frame(fields));
    assertThat(ib.output.unqualified).isEmpty();
    assertThat(ib.shown(field)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"RpB,LIVE", "R,LIVE", "S,LIVE", "DPB,DELAYED", "Dd,DELAYED", "ZBd,FROZEN", "Z,FROZEN", "YB,FROZEN_DELAYED",
      "N,NOT_SUBSCRIBED",
      "O,NOT_SUBSCRIBED", "Q,UNKNOWN", "\u20ac,UNKNOWN", "'',UNKNOWN"})
  void the_first_letter_of_the_availability_is_the_state(String availability, String state) {
    ib.send("{\"conid\":265598,\"topic\":\"smd+265598\",\"6509\":\"" + availability + "\",\"31\":\"1\"}");
    assertThat(ib.shown("last_price")).isEqualTo("1 1_usd " + state);
  }

  @Test
  void an_empty_quote_is_no_quote_and_not_zero() {
    ib.send(frame("\"84\":\"271.55\",\"88\":\"100\""));
    ib.send(frame("\"84\":\"\",\"88\":\"\""));
    assertThat(ib.shown("bid_price")).isEqualTo("null MISSING");
    assertThat(ib.shown("bid_size")).isEqualTo("null MISSING");
  }

  @Test
  void a_contract_that_is_not_usable_gives_no_row() {
    ib.send("{\"55\":\"-\",\"conidEx\":\"8595\",\"topic\":\"smd+8595\",\"conid\":8595,\"_updated\":1777552273600,\"31\":\"N/A\"}");
    assertThat(ib.output.rows).isEmpty();
    assertThat(ib.lastUnqualified().reason()).isEqualTo(Reasons.UNKNOWN_IDENTIFIER);
    assertThat(ib.lastUnqualified().explanation()).isEqualTo("Cannot use the market-data message: last_price is \"N/A\"");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"\"conid\":265598,\"topic\":\"smd+265598\"|265598",
      "\"conid\":\"265598\",\"topic\":\"smd+265598\"|265598",
      "\"topic\":\"smd+265598\"|265598", "\"topic\":\"smd+265598+ARCA\"|265598", "\"conid\":null,\"topic\":\"smd+265598\"|265598",
      "\"topic\":\"smd+28812380;;;646629987/-1,646629993/2\"|28812380;;;646629987/-1,646629993/2"})
  void the_key_is_the_contract_however_the_frame_names_it(String named, String key) {
    ib.send("{\"31\":\"1\"," + named + "}");
    assertThat(ib.output.updates.get(0).key()).isEqualTo(key);
    assertThat(new KeyOf(ib.source, ib.spec.maxRecordBytes()).keyOf(("{\"31\":\"1\"," + named + "}").getBytes(StandardCharsets.UTF_8))).isEqualTo(key);
  }

  @Test
  void crossed_quotes_are_what_the_market_says() {
    ib.send(frame("\"31\":\"271.67\",\"84\":\"271.70\",\"86\":\"271.66\""));
    assertThat(ib.shown("bid_price")).isEqualTo("271.7 1_usd LIVE");
    assertThat(ib.shown("ask_price")).isEqualTo("271.66 1_usd LIVE");
  }

  @Test
  void the_servers_clock_is_the_source_time_and_never_the_event_time() {
    ib.send(frame("\"31\":\"1\",\"_updated\":1777552154191"));
    assertThat(ib.shown("source_time")).isEqualTo("2026-04-30T12:29:14.191Z LIVE");
    assertThat(ib.lastRow().values[ib.spec.category("market_tick").timestampIndex()]).isEqualTo(SourceUnderTest.RECEIVED + 1);
    assertThat(ib.shown("event_time")).endsWith(" DERIVED");
  }

  @Test
  void an_unknown_contract_keeps_its_data_without_units() {
    ib.send("{\"conid\":76792991,\"topic\":\"smd+76792991\",\"6509\":\"R\",\"31\":\"401.22\"}");
    assertThat(ib.shown("symbol")).isEqualTo("ib:76792991 UNRESOLVED");
    assertThat(ib.shown("last_price")).isEqualTo("401.22 LIVE");
  }
}
