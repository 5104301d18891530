package io.twinlane.clickhouse;

import io.twinlane.catalog.Category;
import io.twinlane.normalize.CategoryRow;
import java.math.BigDecimal;

/** Category rows with little to say: the fields that a test names, the others missing. */
final class TickRows {
  static final long NOON = 1_795_348_800_000_000L; // 2026-11-22T12:00:00Z, an event time
  static final long NOW = System.currentTimeMillis() * 1000; // arrival: tables keep rows for their retention from it
  private static final byte LIVE = ClickHouseServer.states().code("LIVE");

  private TickRows() {}

  static CategoryRow tick(String symbol, long eventTime, String price, long offset) {
    Category category = ClickHouseServer.category("market_tick");
    Object[] values = new Object[category.fields().size()];
    String[] units = new String[values.length];
    byte[] states = new byte[values.length];
    set(category, values, states, "symbol", symbol);
    set(category, values, states, "event_time", eventTime);
    set(category, values, states, "last_price", new BigDecimal(price).setScale(12));
    units[category.indexOf("last_price")] = "1_usd";
    return new CategoryRow(category.name(), values, units, states, "ib", "raw.ib/0", offset, 0, "ib/1", NOW);
  }

  static CategoryRow level(String action, String side, String price, String size, long offset, int index) {
    return level(action, side, price, size, "raw.coinbase/1", offset, index, NOW + offset);
  }

  static CategoryRow level(
      String action, String side, String price, String size, String origin, long offset, int index, long ingestTime) {
    Category category = ClickHouseServer.category("order_book");
    Object[] values = new Object[category.fields().size()];
    byte[] states = new byte[values.length];
    set(category, values, states, "symbol", "BTC-USD");
    set(category, values, states, "event_time", NOON - offset);
    set(category, values, states, "action", action);
    set(category, values, states, "side", side);
    set(category, values, states, "event_end", true);
    String[] units = new String[values.length];
    if (price != null) {
      set(category, values, states, "price", new BigDecimal(price).setScale(12));
      set(category, values, states, "size", new BigDecimal(size).setScale(12));
      units[category.indexOf("price")] = "1_usd";
      units[category.indexOf("size")] = "1_btc";
    }
    return new CategoryRow(category.name(), values, units, states, "coinbase", origin, offset, index, "coinbase/2", ingestTime);
  }

  /** The same row, not the last one of its message. */
  static CategoryRow andMore(CategoryRow row) {
    row.values[ClickHouseServer.category("order_book").indexOf("event_end")] = false;
    return row;
  }

  private static void set(Category category, Object[] values, byte[] states, String field, Object value) {
    values[category.indexOf(field)] = value;
    states[category.indexOf(field)] = LIVE;
  }
}
