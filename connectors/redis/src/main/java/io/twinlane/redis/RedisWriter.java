package io.twinlane.redis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.function.ThrowingRunnable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends rows as soon as Redis has answered the ones before: at once when nothing is under way, else together, the last of each key only.
 * What one input record brings about goes as one. Runs on the task's thread; answers come back to it through the mailbox.
 */
final class RedisWriter implements SinkWriter<RowData> {
  static final int MOST_WAITING_KEYS = 10_000;
  private static final Logger LOG = LoggerFactory.getLogger(RedisWriter.class);

  private final RowLayout layout;
  private final RedisLink link;
  private final MailboxExecutor mailbox;
  private final WriterMetrics metrics;
  private final Backoff backoff = new Backoff();
  private Batch waiting = new Batch();
  private Batch underWay;
  private boolean sendPosted;

  RedisWriter(RowLayout layout, RedisLink link, MailboxExecutor mailbox, WriterMetrics metrics) {
    this.layout = layout;
    this.link = link;
    this.mailbox = mailbox;
    this.metrics = metrics;
    link.prepare();
  }

  @Override
  public void write(RowData row, Context context) throws InterruptedException {
    if (row.getRowKind() == RowKind.UPDATE_BEFORE) {
      return;
    }
    while (waiting.keys() >= MOST_WAITING_KEYS) {
      mailbox.yield();
    }
    add(row);
    if (underWay == null && !sendPosted) {
      sendPosted = true;
      mailbox.execute(this::send, "send to Redis");
    }
  }

  /** Returns when Redis has answered everything that was written before. */
  @Override
  public void flush(boolean endOfInput) throws InterruptedException {
    send();
    while (underWay != null) {
      mailbox.yield();
    }
  }

  @Override
  public void close() {
    link.close();
  }

  private void add(RowData row) {
    if (row.getRowKind() == RowKind.DELETE) {
      waiting.put(layout.key(row), Batch.DELETE);
      return;
    }
    waiting.put(layout.key(row), layout.arguments(row));
    long ingested = layout.ingestTime(row);
    if (ingested != RowLayout.UNKNOWN) {
      waiting.ingested(ingested);
    }
  }

  private void send() {
    sendPosted = false;
    if (underWay == null && !waiting.isEmpty()) {
      underWay = waiting;
      waiting = new Batch();
      dispatch();
    }
  }

  private void dispatch() {
    CompletionStage<?> unused = link.send(underWay).whenComplete((done, failure) -> post(() -> answered(failure)));
  }

  private void answered(Throwable failure) {
    if (failure != null) {
      tryAgainLater(failure);
      return;
    }
    backoff.reset();
    metrics.written(underWay);
    underWay = null;
    send();
  }

  private void tryAgainLater(Throwable failure) {
    long wait = backoff.nextMillis();
    metrics.retried();
    LOG.warn("Cannot write {} keys {}* to Redis at {} (attempt {}): {}. Trying again in {} ms.", underWay.keys(), layout.prefix(), link,
        backoff.failures(), ExceptionUtils.stripCompletionException(failure).toString(), wait);
    CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS).execute(() -> post(this::tryAgain));
  }

  private void tryAgain() {
    underWay.follow(waiting);
    waiting = new Batch();
    dispatch();
  }

  private void post(ThrowingRunnable<Exception> action) {
    try {
      mailbox.execute(action, "Redis answered");
    } catch (RejectedExecutionException e) {
      LOG.debug("The task ended before Redis answered", e);
    }
  }
}
