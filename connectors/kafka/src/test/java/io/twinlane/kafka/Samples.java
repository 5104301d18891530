package io.twinlane.kafka;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.Records;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.State;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** A category with a field of every dtype, and rows of it. */
public final class Samples {
  public static final States STATES = new States(List.of(
      new State("MISSING", "No value"), new State("LIVE", "Given now"), new State("CARRIED", "Kept"), new State("UNKNOWN", "Not said")));

  public static final Category EVERYTHING = new Category(
      "everything", "A field of every dtype", "symbol", "event_time", List.of("symbol"), Duration.ofDays(1), List.of(
          new Field("symbol", Dtype.STRING, "none", true, "Symbol"),
          new Field("event_time", Dtype.TIMESTAMP, "1_us", true, "Time"),
          new Field("price", Dtype.decimal(24, 12), "varies", false, "Price"),
          new Field("huge", Dtype.decimal(38, 0), "1_count", false, "38 digits"),
          new Field("fraction", Dtype.decimal(38, 38), "none", false, "38 digits after the point"),
          new Field("number", Dtype.INT64, "1_count", false, "Number"),
          new Field("flag", Dtype.BOOLEAN, "none", false, "Flag"),
          new Field("note", Dtype.STRING, "none", false, "Note's text"),
          new Field("seen", Dtype.TIMESTAMP, "1_us", false, "Other time")));

  private Samples() {}

  /** The same category under another name, and so with a topic of its own. */
  public static Category named(String name) {
    return new Category(name, EVERYTHING.description(), EVERYTHING.identifier(), EVERYTHING.timestamp(), EVERYTHING.keys(),
        EVERYTHING.retention(), EVERYTHING.fields());
  }

  /** The same row in another category of the same fields. */
  public static CategoryRow in(Category category, CategoryRow row) {
    return new CategoryRow(category.name(), row.values, row.units, row.states, row.sourceSystem, row.origin, row.originOffset, row.rowIndex,
        row.mappingVersion, row.ingestTime);
  }

  public static Source source(String name) {
    return new Source(
        name, 1, "", Source.Lane.LIVE, "websocket", "feed", Source.Format.JSON, Records.NONE, null, List.of(), List.of(), List.of());
  }

  public static CategoryRow row(String symbol, long eventTime, String origin, long offset, int index) {
    return row(origin, offset, index, symbol, eventTime, new BigDecimal("1.500000000000"), null, null, 7L, true, "note", null);
  }

  public static CategoryRow row(String origin, long offset, int index, Object... values) {
    String[] units = new String[values.length];
    byte[] states = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      states[i] = (byte) (values[i] == null ? 0 : 1);
      units[i] = EVERYTHING.fields().get(i).unitVaries() && values[i] != null ? "1_usd" : null;
    }
    return new CategoryRow("everything", values, units, states, "ib", origin, offset, index, "ib/1", 1_700_000_000_123_456L);
  }

  /** Values that stores have been seen to corrupt. */
  public static List<CategoryRow> corruptible() {
    String nines = "9".repeat(38);
    return List.of(
        row("raw.ib/0", 0, 0, "A", 0L, null, null, null, null, null, null, null),
        row("raw.ib/0", 1, 0, "B", -1L, new BigDecimal("-0.000000000001"), new BigDecimal(nines), new BigDecimal("0." + nines),
            0L, false, "", 0L),
        row("raw.ib/0", 2, 1, "", -62_135_596_800_000_000L, new BigDecimal("999999999999.999999999999"), new BigDecimal("-" + nines),
            new BigDecimal("-0." + nines), Long.MIN_VALUE, true, "é€😀 \u0000'\"\\\n", -999_999L),
        row("raw.ib/1", Long.MAX_VALUE, Integer.MAX_VALUE, "z".repeat(300), 253_402_300_799_999_999L, new BigDecimal("0.000000000000"),
            new BigDecimal("0"), new BigDecimal("0." + "0".repeat(37) + "1"), Long.MAX_VALUE, null, " ", 1_700_000_000_123_456L),
        row("raw.ib/1", 5, 0, "C", 1L, new BigDecimal("-128.000000000000"), new BigDecimal("128"),
            new BigDecimal("-0." + "0".repeat(37) + "1"), -1L, false, "null", 1L));
  }
}
