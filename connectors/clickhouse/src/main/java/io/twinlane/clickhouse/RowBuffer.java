package io.twinlane.clickhouse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The rows between the task that brings them and the thread that inserts them. A batch is due when it is full, when its oldest row has
 * waited long enough or when a flush is asked for. At most one batch is in flight and one waits; then whoever adds must wait too, which is
 * how a slow or absent ClickHouse holds back its input. Unless a batch is full, ClickHouse gets a break after an insert for as long as the
 * insert took: an insert costs much the same for one row as for thousands, so a busy server gets fewer and larger ones. Rows that belong
 * together are added together and leave in one batch, which may be longer for it.
 */
final class RowBuffer<T> {
  private static final long LONGEST_BREAK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final int batchRows;
  private final long waitNanos;
  private final Predicate<T> last;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<T> waiting;
  private List<T> inFlight = List.of();
  private long oldest = System.nanoTime();
  private long taken;
  private long breakUntil = System.nanoTime();
  private boolean flushing;
  private Throwable failure;

  /** {@code last} says of a row whether it is the last of those that belong together. */
  RowBuffer(int batchRows, Duration wait, Predicate<T> last, List<T> restored) {
    this.batchRows = batchRows;
    this.waitNanos = wait.toNanos();
    this.last = last;
    this.waiting = new ArrayList<>(restored);
  }

  /** Takes rows that belong together. */
  void add(List<T> rows) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.size() >= batchRows) {
        refuseAfterFailure();
        changed.await();
      }
      refuseAfterFailure();
      boolean first = waiting.isEmpty();
      waiting.addAll(rows);
      if (first) {
        oldest = System.nanoTime();
      }
      if (first || waiting.size() >= batchRows) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The next batch, once it is due. It is in flight until {@link #acknowledged()}. */
  List<T> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      for (long left = nanosToWait(); left > 0; left = nanosToWait()) {
        changed.await(left, TimeUnit.NANOSECONDS);
      }
      int size = batchSize();
      inFlight = size == waiting.size() ? waiting : List.copyOf(waiting.subList(0, size));
      waiting = new ArrayList<>(waiting.subList(inFlight.size(), waiting.size()));
      oldest = System.nanoTime();
      taken = oldest;
      changed.signalAll();
      return inFlight;
    } finally {
      lock.unlock();
    }
  }

  private int batchSize() {
    int size = Math.min(batchRows, waiting.size());
    while (size < waiting.size() && !last.test(waiting.get(size - 1))) {
      size++;
    }
    return size;
  }

  /** The batch in flight is stored. */
  void acknowledged() {
    lock.lock();
    try {
      inFlight = List.of();
      long now = System.nanoTime();
      breakUntil = now + Math.min(now - taken, LONGEST_BREAK_NANOS);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Makes everything due, and returns when all is stored or patience ends. */
  void flush(Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      flushing = true;
      changed.signalAll();
      long left = patience.toNanos();
      while (left > 0 && !(waiting.isEmpty() && inFlight.isEmpty())) {
        refuseAfterFailure();
        left = changed.awaitNanos(left);
      }
      refuseAfterFailure();
    } finally {
      flushing = false;
      lock.unlock();
    }
  }

  /** What would be lost if the process ended now, in order of arrival. */
  List<T> unacknowledged() {
    lock.lock();
    try {
      List<T> rows = new ArrayList<>(inFlight);
      rows.addAll(waiting);
      return rows;
    } finally {
      lock.unlock();
    }
  }

  /** The inserting thread has ended by a defect: whoever brings rows must learn of it. */
  void fail(Throwable cause) {
    lock.lock();
    try {
      failure = cause;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private long nanosToWait() {
    if (waiting.isEmpty()) {
      return Long.MAX_VALUE;
    }
    long now = System.nanoTime();
    return flushing || waiting.size() >= batchRows ? 0 : Math.max(waitNanos - (now - oldest), breakUntil - now);
  }

  private void refuseAfterFailure() {
    if (failure != null) {
      throw new IllegalStateException("Cannot go on inserting into ClickHouse: " + Answers.reason(failure), failure);
    }
  }
}
