package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import java.util.List;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** Inserts as the sink does, without Flink around it. */
final class Inserts {
  private Inserts() {}

  static <T> void of(ClickHouseConfig config, RowFormat<T> format, List<T> rows) throws InterruptedException {
    try (Client client = config.open()) {
      new RowDelivery<>(format, table(client, format), (row, why) -> {
        throw new AssertionError("refused " + row + ": " + why);
      }, metrics()).deliver(rows);
    }
  }

  static TableInsert table(Client client, RowFormat<?> format) {
    return new TableInsert(client, format.table(), format.columns());
  }

  static DeliveryMetrics metrics() {
    return new DeliveryMetrics(new UnregisteredMetricsGroup());
  }
}
