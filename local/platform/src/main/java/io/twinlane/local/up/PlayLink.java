package io.twinlane.local.up;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * An address that opens ClickHouse's own page for queries with one filled in and run: the page reads the text from behind the {@code #}, in
 * Base64, and runs it when {@code run} is set.
 */
public record PlayLink(String title, String sql) {
  /** What a person looks at first; the tables are those that the catalog derives for people. */
  public static final List<PlayLink> FIRST_LOOKS = List.of(
      new PlayLink("latest prices", "SELECT * FROM realtime.market_tick_latest_values WHERE last_price IS NOT NULL ORDER BY source_system, symbol"),
      new PlayLink("trades", "SELECT * FROM realtime.trades ORDER BY event_time DESC LIMIT 100"),
      new PlayLink("what the columns mean", "SELECT * FROM realtime.fields"));

  /** The link for the server at an address such as {@code http://127.0.0.1:8123}. */
  public String at(String clickHouse) {
    return clickHouse + "/play?user=default&run=1#" + Base64.getEncoder().encodeToString(sql.getBytes(StandardCharsets.UTF_8));
  }
}
