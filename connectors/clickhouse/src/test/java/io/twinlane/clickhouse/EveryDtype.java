package io.twinlane.clickhouse;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.normalize.CategoryRow;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

/** A category with a required and an optional field of every dtype, and of every width that ClickHouse gives a decimal. */
final class EveryDtype {
  static final Category CATEGORY = new Category(
      "every_dtype", "Every dtype", "name", "at", List.of("name"), Duration.ofDays(1), List.of(
          field("name", Dtype.STRING, "none", true), field("at", Dtype.TIMESTAMP, "1_us", true),
          field("text", Dtype.STRING, "none", false), field("trade_id", Dtype.STRING, "none", false),
          field("moment", Dtype.TIMESTAMP, "1_us", false), field("whole", Dtype.INT64, "1_count", true),
          field("maybe_whole", Dtype.INT64, "varies", false), field("flag", Dtype.BOOLEAN, "none", true),
          field("maybe_flag", Dtype.BOOLEAN, "none", false), field("small", Dtype.decimal(9, 2), "1_usd", false),
          field("medium", Dtype.decimal(18, 18), "varies", false), field("tick", Dtype.decimal(24, 12), "varies", true),
          field("large", Dtype.decimal(38, 12), "varies", false), field("integer", Dtype.decimal(38, 0), "varies", false)));

  private EveryDtype() {}

  /** A row whose optional fields hold the extreme of their type on the side of the sign. */
  static CategoryRow extremes(int sign, String text, long time, int index) {
    return row(index,
        text, time, text, text, time, sign > 0 ? Long.MAX_VALUE : Long.MIN_VALUE, sign * 7L, sign > 0, sign < 0,
        nines(7, 2, sign), nines(0, 18, sign), nines(12, 12, sign), nines(26, 12, sign), nines(38, 0, sign));
  }

  /** A row with nothing that it can do without. */
  static CategoryRow bare(int index) {
    return row(index, "", 0L, null, null, null, 0L, null, false, null, null, null, new BigDecimal("0").setScale(12), null, null);
  }

  /** A row with the smallest steps of every decimal, and empty texts where null would be another thing. */
  static CategoryRow smallest(int index) {
    return row(index, "a", -1L, "", "", -1L, -1L, 0L, true, true, new BigDecimal("-0.01"), new BigDecimal("1E-18"),
        new BigDecimal("-1E-12"), new BigDecimal("1E-12"), new BigDecimal("-1"));
  }

  static CategoryRow row(int index, Object... values) {
    String[] units = new String[values.length];
    byte[] states = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      units[i] = CATEGORY.fields().get(i).unitVaries() && values[i] != null ? "1000_barrels" : null;
      states[i] = (byte) ((index + i) % ClickHouseServer.states().list().size());
    }
    return new CategoryRow(CATEGORY.name(), values, units, states, "test", "raw.test/0", 1, index, "test/1", TickRows.NOW + index);
  }

  private static BigDecimal nines(int before, int after, int sign) {
    return new BigDecimal(new BigInteger("9".repeat(before + after)), after).multiply(BigDecimal.valueOf(sign));
  }

  private static Field field(String name, Dtype dtype, String unit, boolean required) {
    return new Field(name, dtype, unit, required, "The " + name + " of a test, with 'quotes' and \\");
  }
}
