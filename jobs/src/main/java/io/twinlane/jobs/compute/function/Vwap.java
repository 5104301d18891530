package io.twinlane.jobs.compute.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.flink.api.common.typeutils.base.BigDecSerializer;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.AggregateFunction;

/**
 * {@code VWAP(price, size)}: the volume-weighted average price, exact until its one division. SQL's own SUM(price * size) / SUM(size)
 * rounds each product to 13 decimals and the quotient to 6: nothing is left of a price of 0.00001306. Rows without price or size do not
 * count; null when nothing was traded.
 */
@FunctionHint(
    input = {@DataTypeHint("DECIMAL(38, 18)"), @DataTypeHint("DECIMAL(38, 18)")}, output = @DataTypeHint("DECIMAL(38, 18)"))
public final class Vwap extends AggregateFunction<BigDecimal, Vwap.Sums> {
  public static final int SCALE = 18;
  private static final long serialVersionUID = 1;

  /** Sums of price times size and of size, of any length. */
  public static final class Sums {
    @DataTypeHint(value = "RAW", bridgedTo = BigDecimal.class, rawSerializer = BigDecSerializer.class)
    public BigDecimal traded = BigDecimal.ZERO;

    @DataTypeHint(value = "RAW", bridgedTo = BigDecimal.class, rawSerializer = BigDecSerializer.class)
    public BigDecimal volume = BigDecimal.ZERO;
  }

  @Override
  public Sums createAccumulator() {
    return new Sums();
  }

  public void accumulate(Sums sums, BigDecimal price, BigDecimal size) {
    if (price != null && size != null) {
      sums.traded = sums.traded.add(price.multiply(size)).stripTrailingZeros();
      sums.volume = sums.volume.add(size).stripTrailingZeros();
    }
  }

  public void retract(Sums sums, BigDecimal price, BigDecimal size) {
    accumulate(sums, price, size == null ? null : size.negate());
  }

  public void merge(Sums sums, Iterable<Sums> others) {
    for (Sums other : others) {
      sums.traded = sums.traded.add(other.traded);
      sums.volume = sums.volume.add(other.volume);
    }
  }

  @Override
  public BigDecimal getValue(Sums sums) {
    return sums.volume.signum() == 0 ? null : sums.traded.divide(sums.volume, SCALE, RoundingMode.HALF_UP);
  }
}
