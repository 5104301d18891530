package io.twinlane.redis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.util.function.ThrowingRunnable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has things done on the task's thread, now or later. What comes after the task's end is left undone. */
final class Posts {
  private static final Logger LOG = LoggerFactory.getLogger(Posts.class);

  private final MailboxExecutor mailbox;
  private volatile boolean closed;

  Posts(MailboxExecutor mailbox) {
    this.mailbox = mailbox;
  }

  void post(ThrowingRunnable<Exception> action) {
    try {
      mailbox.execute(() -> run(action), "Redis");
    } catch (RejectedExecutionException e) {
      LOG.debug("The task ended before Redis answered", e);
    }
  }

  void postIn(long millis, ThrowingRunnable<Exception> action) {
    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> post(action));
  }

  /** Waits for one of the things that were posted and does it. */
  void doNext() throws InterruptedException {
    mailbox.yield();
  }

  void close() {
    closed = true;
  }

  private void run(ThrowingRunnable<Exception> action) throws Exception {
    if (!closed) {
      action.run();
    }
  }
}
