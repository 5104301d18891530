package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps category rows that their table will never take as unqualified rows, where operators look. */
final class RefusedIntoUnqualified implements RefusedRowHandler<CategoryRow> {
  private final RefusedShortened unqualified;

  RefusedIntoUnqualified(Client client, DeliveryMetrics metrics) {
    unqualified = new RefusedShortened(client, metrics);
  }

  @Override
  public void refused(CategoryRow row, String why) throws InterruptedException {
    unqualified.store(new UnqualifiedRow(
        row.sourceSystem, row.category, ClickHouseSink.NOT_STORED, "Cannot insert the row into " + row.category + ": " + why, null, null,
        text(row).getBytes(StandardCharsets.UTF_8), row.origin, row.originOffset, row.rowIndex, row.mappingVersion, row.ingestTime,
        row.ingestTime));
  }

  private static String text(CategoryRow row) {
    return row + " units " + Arrays.toString(row.units) + " states " + Arrays.toString(row.states);
  }
}
