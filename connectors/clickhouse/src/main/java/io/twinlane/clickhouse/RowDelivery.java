package io.twinlane.clickhouse;

import com.clickhouse.client.api.ServerException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers batches into one table, each row at least once and as a rule exactly once. While ClickHouse cannot take a batch, it is sent
 * again for ever, with the same token so that it is stored once. When ClickHouse refuses it for what is in it, it is halved down to the
 * rows at fault; they go to {@link RefusedRowHandler}, the others into the table. Where the table takes none of the rows, it is at fault itself.
 */
final class RowDelivery<T> {
  private static final Logger LOG = LoggerFactory.getLogger(RowDelivery.class);
  /** How many rows of a refused batch are tried alone before its table counts as one that takes none. */
  private static final int TRIED_ALONE = 16;

  private final RowFormat<T> format;
  private final TableInsert insert;
  private final RefusedRowHandler<T> refused;
  private final DeliveryMetrics metrics;
  private final InsertRetries retries;
  private final RowBinaryOutput block = new RowBinaryOutput();

  /** {@code refused} is null where no row counts as refused: they are sent until the table takes them. */
  RowDelivery(RowFormat<T> format, TableInsert insert, RefusedRowHandler<T> refused, DeliveryMetrics metrics) {
    this.format = format;
    this.insert = insert;
    this.refused = refused;
    this.metrics = metrics;
    this.retries = new InsertRetries(insert, metrics);
  }

  /**
   * Returns when every row is stored or refused, or when the table has taken none of them though it takes inserts.
   *
   * @return false in the latter case: the rows are to be brought again, with others if there are any, which may show who is at fault
   */
  boolean deliver(List<T> rows) throws InterruptedException {
    Refusals<T> refusals = new Refusals<>();
    String token = UUID.randomUUID().toString();
    List<T> written = write(rows, refusals);
    Exception refusal = written.isEmpty() ? null : sendUntilAnswered(token, written);
    if (refusal != null && refused.onlyBesideStored() && !insert.takesRows() && !takesAny(written)) {
      retries.pause(written.size(), new IllegalStateException("it takes none of them as it is now. The table may be at fault, or what was"
          + " added to it: " + Answers.reason(refusal)));
      return false;
    }
    if (refusal != null) {
      halve(written, token, refusal, refusals);
    }
    refuse(refusals);
    return true;
  }

  private void store(List<T> rows, String token, Refusals<T> refusals) throws InterruptedException {
    List<T> written = write(rows, refusals);
    Exception refusal = sendUntilAnswered(token, written);
    if (refusal != null) {
      halve(written, token, refusal, refusals);
    }
  }

  private void halve(List<T> rows, String token, Exception refusal, Refusals<T> refusals) throws InterruptedException {
    if (rows.size() == 1) {
      refusals.addRefused(rows.get(0), refusal);
      return;
    }
    int half = rows.size() / 2;
    store(rows.subList(0, half), token + "/0", refusals);
    store(rows.subList(half, rows.size()), token + "/1", refusals);
  }

  /** Tries some rows alone, others at each attempt. What is taken comes once more with its batch: it has the same identity. */
  private boolean takesAny(List<T> rows) throws InterruptedException {
    if (rows.size() == 1) {
      return false;
    }
    List<T> some = new ArrayList<>(rows);
    Collections.shuffle(some);
    for (T row : some.subList(0, Math.min(TRIED_ALONE, some.size()))) {
      if (sendUntilAnswered(UUID.randomUUID().toString(), write(List.of(row), new Refusals<>())) == null) {
        return true;
      }
    }
    return false;
  }

  /** Fills the block; the rows that are in it. */
  private List<T> write(List<T> rows, Refusals<T> refusals) {
    block.cutTo(0);
    List<T> written = new ArrayList<>(rows.size());
    for (T row : rows) {
      int size = block.size();
      try {
        format.write(row, block);
        written.add(row);
      } catch (RuntimeException e) {
        block.cutTo(size);
        refusals.addMisfit(row, e);
      }
    }
    return written;
  }

  /** Null when the block is stored, else why ClickHouse does not take what is in it. */
  private Exception sendUntilAnswered(String token, List<T> rows) throws InterruptedException {
    while (true) {
      try {
        insert.send(block, token);
        retries.report(rows.size());
        metrics.stored(rows, format);
        return null;
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        Exception failure = faultOfTable(Answers.unwrapped(e));
        if (refused != null && DataErrors.includes(failure)) {
          return failure;
        }
        metrics.retried();
        retries.pause(rows.size(), failure);
      }
    }
  }

  /** A refusal may be due to a table that was changed under us: then no row is at fault, and what is wrong with the table is the failure. */
  private Exception faultOfTable(Exception failure) {
    if (!(failure instanceof ServerException)) {
      return failure;
    }
    try {
      insert.compare();
      return failure;
    } catch (Exception e) {
      return e;
    }
  }

  private void refuse(Refusals<T> refusals) throws InterruptedException {
    if (refusals.all().isEmpty()) {
      return;
    }
    if (refused == null) {
      throw new IllegalStateException("Cannot keep a row in " + insert + ": " + refusals.all().get(0).why() + ". Nothing is left to shorten");
    }
    LOG.error("Cannot insert {} rows into {}: they are kept as unqualified, {}. The last: {}", refusals.all().size(), insert,
        ClickHouseSink.NOT_STORED, refusals.all().get(refusals.all().size() - 1).why());
    for (Refusals.Refusal<T> refusal : refusals.all()) {
      metrics.refused();
      refused.refused(refusal.row(), refusal.why());
    }
  }
}
