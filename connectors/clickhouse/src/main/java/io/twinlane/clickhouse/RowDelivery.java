package io.twinlane.clickhouse;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers batches into one table, each row at least once and as a rule exactly once. While ClickHouse cannot take a batch, it is sent
 * again for ever, with the same token so that it is stored once. When ClickHouse refuses it for what is in it, it is halved down to the
 * rows at fault; they go to {@link RefusedRows}, the others into the table.
 */
final class RowDelivery<T> {
  private static final Logger LOG = LoggerFactory.getLogger(RowDelivery.class);

  private final RowFormat<T> format;
  private final TableInsert insert;
  private final RefusedRows<T> refusedRows;
  private final DeliveryMetrics metrics;
  private final RowBinaryOutput block = new RowBinaryOutput();

  RowDelivery(RowFormat<T> format, TableInsert insert, RefusedRows<T> refusedRows, DeliveryMetrics metrics) {
    this.format = format;
    this.insert = insert;
    this.refusedRows = refusedRows;
    this.metrics = metrics;
  }

  /** Returns when every row is stored or refused. */
  void deliver(List<T> rows) throws InterruptedException {
    deliver(rows, UUID.randomUUID().toString());
  }

  private void deliver(List<T> rows, String token) throws InterruptedException {
    List<T> written = write(rows);
    if (written.isEmpty()) {
      return;
    }
    Exception refusal = sendUntilAnswered(token, written.size());
    if (refusal == null) {
      metrics.stored(written, format);
    } else if (written.size() == 1) {
      refuse(written.get(0), Answers.reason(refusal));
    } else {
      int half = written.size() / 2;
      deliver(written.subList(0, half), token + "/0");
      deliver(written.subList(half, written.size()), token + "/1");
    }
  }

  /** Fills the block; the rows that are in it. */
  private List<T> write(List<T> rows) throws InterruptedException {
    block.cutTo(0);
    List<T> written = new ArrayList<>(rows.size());
    for (T row : rows) {
      int size = block.size();
      try {
        format.write(row, block);
        written.add(row);
      } catch (RuntimeException e) {
        block.cutTo(size);
        refuse(row, Answers.reason(e));
      }
    }
    return written;
  }

  /** Null when the block is stored, else why ClickHouse will never take it. */
  private Exception sendUntilAnswered(String token, int rows) throws InterruptedException {
    Backoff backoff = new Backoff();
    while (true) {
      try {
        insert.send(block, token);
        backoff.report(insert, rows);
        return null;
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        Exception failure = faultOfTable(Answers.unwrapped(e));
        if (DataErrors.includes(failure)) {
          return failure;
        }
        metrics.retried();
        backoff.pause(insert, rows, failure);
      }
    }
  }

  /** A refusal may be due to a table that was changed under us: then no row is at fault, and what is wrong with the table is the failure. */
  private Exception faultOfTable(Exception failure) {
    if (!DataErrors.includes(failure)) {
      return failure;
    }
    try {
      return insert.compare() ? new IllegalStateException("the table has changed", failure) : failure;
    } catch (Exception e) {
      return e;
    }
  }

  private void refuse(T row, String why) throws InterruptedException {
    LOG.error("Cannot insert a row into {}: {}. It is set aside: {}", insert, why, row);
    metrics.refused();
    refusedRows.refused(row, why);
  }
}
