package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.Arrays;
import java.util.List;

/**
 * Stores unqualified rows that their table refuses in a short form, with the reason: the last resort. The table that refuses that one too is
 * at fault itself, and the row waits until it takes it.
 */
final class RefusedShortened implements RefusedRowHandler<UnqualifiedRow> {
  private static final int MOST_RAW = 1000;
  private static final int MOST_TEXT = 250;

  private final RowDelivery<UnqualifiedRow> whole;
  private final RowDelivery<UnqualifiedRow> shortened;

  RefusedShortened(Client client, DeliveryMetrics metrics) {
    UnqualifiedRowFormat format = new UnqualifiedRowFormat();
    TableInsert insert = new TableInsert(client, format.table(), format.columns());
    whole = new RowDelivery<>(format, insert, this, metrics);
    shortened = new RowDelivery<>(format, insert, null, metrics);
  }

  /** Stores a row whole if the table takes it, else shortened. */
  void store(UnqualifiedRow row) throws InterruptedException {
    whole.deliver(List.of(row));
  }

  @Override
  public void refused(UnqualifiedRow row, String why) throws InterruptedException {
    shortened.deliver(List.of(shortForm(row, why)));
  }

  /** Nothing is emptied into here: what takes a short form takes part in no other. */
  @Override
  public boolean onlyBesideStored() {
    return false;
  }

  private static UnqualifiedRow shortForm(UnqualifiedRow row, String why) {
    String explanation = "Cannot insert the unqualified row into unqualified: " + cut(why) + " It was " + row.reason() + ": "
        + cut(row.explanation()) + ". Of " + row.raw().length + " bytes of its message the first " + Math.min(MOST_RAW, row.raw().length)
        + " are here, all are in the topic or file of its origin";
    return new UnqualifiedRow(row.sourceSystem(), row.category(), ClickHouseSink.NOT_STORED, explanation, row.field(), cut(row.rawValue()),
        Arrays.copyOf(row.raw(), Math.min(MOST_RAW, row.raw().length)), row.origin(), row.originOffset(), row.rowIndex(),
        row.mappingVersion(), row.receiveTime(), row.ingestTime());
  }

  private static String cut(String text) {
    return text == null || text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "...";
  }
}
