package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.normalize.CategoryRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class DeliveryMetricsTest {
  private static final CategoryRowFormat FORMAT =
      new CategoryRowFormat(ClickHouseServer.category("market_tick"), ClickHouseServer.states());

  private final Map<String, Object> registered = new HashMap<>();
  private final DeliveryMetrics metrics = new DeliveryMetrics(new UnregisteredMetricsGroup() {
    @Override
    public <C extends Counter> C counter(String name, C counter) {
      registered.put(name, counter);
      return counter;
    }

    @Override
    public <H extends Histogram> H histogram(String name, H histogram) {
      registered.put(name, histogram);
      return histogram;
    }
  });

  @Test
  void stored_rows_are_counted_with_their_age_since_they_reached_the_platform() {
    List<CategoryRow> rows = List.of(EveryDtype.bare(0), EveryDtype.bare(1));
    long oldest = System.currentTimeMillis() - TickRows.NOW / 1000;
    metrics.stored(rows, FORMAT);
    metrics.retried();
    metrics.refused();

    Histogram age = (Histogram) registered.get("rawToVisibleMs");
    assertThat(count("rows")).as("rows").isEqualTo(2);
    assertThat(List.of(count("inserts"), count("retries"), count("refused"))).as("inserts, retries and refused rows").containsOnly(1L);
    assertThat(age.getStatistics().getMin()).as("milliseconds from receipt to visible").isBetween(oldest - 1, oldest + 10_000);
  }

  private long count(String name) {
    return ((Counter) registered.get(name)).getCount();
  }
}
