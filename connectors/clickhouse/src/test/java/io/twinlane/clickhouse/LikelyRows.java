package io.twinlane.clickhouse;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.normalize.CategoryRow;
import java.math.BigDecimal;
import java.util.Random;

/** Rows as a day of trading gives them: prices that walk, a field or two that is new with each message, the rest carried. Fixed seed. */
final class LikelyRows {
  private final Random random = new Random(42);
  private final Category ticks = ClickHouseServer.category("market_tick");
  private final byte live = ClickHouseServer.states().code("LIVE");
  private final byte carried = ClickHouseServer.states().code("CARRIED");
  private final long[] cents = new long[20];
  private long time = TickRows.NOW;

  LikelyRows() {
    java.util.Arrays.setAll(cents, i -> 5000 + 700L * i);
  }

  CategoryRow tick(long offset) {
    int instrument = random.nextInt(cents.length);
    cents[instrument] += random.nextInt(5) - 2;
    time += 200 + random.nextInt(20_000);
    int size = ticks.fields().size();
    Object[] values = new Object[size];
    String[] units = new String[size];
    byte[] states = new byte[size];
    for (int i = 0; i < size; i++) {
      Field field = ticks.fields().get(i);
      values[i] = value(field, instrument, offset);
      units[i] = field.unitVaries() ? field.name().endsWith("price") ? "1_usd" : "1_contract" : null;
      states[i] = values[i] == null ? 0 : i < 2 || random.nextInt(5) == 0 ? live : carried;
    }
    return new CategoryRow(ticks.name(), values, units, states, "ib", "raw.ib/" + instrument % 2, offset, 0, "ib/1", time + 30_000);
  }

  private Object value(Field field, int instrument, long offset) {
    if (field.dtype().kind() == Dtype.Kind.DECIMAL) {
      return decimal(field, instrument);
    }
    return switch (field.name()) {
      case "symbol" -> "CL" + "FGHJKMNQUVXZ".charAt(instrument % 12) + (6 + instrument / 12);
      case "event_time", "source_time" -> field.required() ? time : time - time % 1000;
      case "trade_id" -> "t" + offset;
      default -> null;
    };
  }

  private BigDecimal decimal(Field field, int instrument) {
    long base = field.name().endsWith("price") ? cents[instrument] + field.name().length() : random.nextInt(200) * 100L;
    return BigDecimal.valueOf(base, 2).setScale(field.dtype().scale());
  }
}
