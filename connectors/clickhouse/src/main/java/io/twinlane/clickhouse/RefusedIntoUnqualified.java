package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Keeps category rows that their table will never take as unqualified rows, where operators look. */
final class RefusedIntoUnqualified implements RefusedRows<CategoryRow> {
  private final RowDelivery<UnqualifiedRow> unqualified;

  RefusedIntoUnqualified(Client client, DeliveryMetrics metrics) {
    UnqualifiedRowFormat format = new UnqualifiedRowFormat();
    unqualified = new RowDelivery<>(format, new TableInsert(client, format.table(), format.columns()), (row, why) -> { }, metrics);
  }

  @Override
  public void refused(CategoryRow row, String why) throws InterruptedException {
    unqualified.deliver(List.of(new UnqualifiedRow(
        row.sourceSystem, row.category, ClickHouseSink.NOT_STORED, "Cannot insert the row into " + row.category + ": " + why, null, null,
        text(row).getBytes(StandardCharsets.UTF_8), row.origin, row.originOffset, row.rowIndex, row.mappingVersion, row.ingestTime,
        row.ingestTime)));
  }

  private static String text(CategoryRow row) {
    return row + " units " + Arrays.toString(row.units) + " states " + Arrays.toString(row.states);
  }
}
