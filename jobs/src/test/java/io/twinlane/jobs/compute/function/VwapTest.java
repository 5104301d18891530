package io.twinlane.jobs.compute.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** VWAP against plain arithmetic. */
class VwapTest {
  private final Vwap vwap = new Vwap();
  private final Vwap.Sums sums = vwap.createAccumulator();

  @Test
  void nothing_traded_is_null() {
    trade("70", null);
    trade(null, "1");
    assertThat(vwap.getValue(sums)).as("vwap").isNull();
  }

  @Test
  void equal_prices_give_that_price_however_odd_the_sizes() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      trade("0.000013059999", BigDecimal.valueOf(random.nextLong(1, 1_000_000_000_000L), 12).toPlainString());
    }
    assertThat(vwap.getValue(sums)).as("vwap").isEqualByComparingTo("0.000013059999");
  }

  @Test
  void what_is_taken_back_has_never_been() {
    trade("10", "1");
    trade("0.1", "3");
    vwap.retract(sums, new BigDecimal("10"), new BigDecimal("1"));
    assertThat(vwap.getValue(sums)).as("vwap").isEqualByComparingTo("0.1");
  }

  @Test
  void merged_sums_are_as_one() {
    Vwap.Sums other = vwap.createAccumulator();
    vwap.accumulate(other, new BigDecimal("30"), new BigDecimal("1"));
    trade("10", "3");
    vwap.merge(sums, java.util.List.of(other));
    assertThat(vwap.getValue(sums)).as("vwap").isEqualByComparingTo("15");
  }

  private void trade(String price, String size) {
    vwap.accumulate(sums, price == null ? null : new BigDecimal(price), size == null ? null : new BigDecimal(size));
  }
}
