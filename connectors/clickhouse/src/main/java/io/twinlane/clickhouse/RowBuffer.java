package io.twinlane.clickhouse;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The rows between the task that brings them and the thread that inserts them. A batch is due when it is full, when its oldest row has
 * waited long enough or when a flush is asked for. At most one batch is in flight and one waits; then whoever adds must wait too, which is
 * how a slow or absent ClickHouse holds back its input. Unless a batch is full, ClickHouse gets a break after an insert for as long as the
 * insert took: an insert costs much the same for one row as for thousands, so a busy server gets fewer and larger ones. Rows that belong
 * together are added together and leave in one batch. A batch has at most the limit's bytes, unless a group alone has more; it may be longer
 * than the limit's rows by what belongs to its last one.
 */
final class RowBuffer<T> {
  private static final long LONGEST_BREAK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final BatchLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<RowGroup<T>> waiting = new ArrayDeque<>();
  private int waitingRows;
  private long waitingBytes;
  private List<RowGroup<T>> inFlight = new ArrayList<>();
  private boolean crowded;
  private long oldest = System.nanoTime();
  private long taken;
  private long breakUntil = System.nanoTime();
  private boolean flushing;
  private Throwable failure;

  RowBuffer(BatchLimits limits, List<RowGroup<T>> restored) {
    this.limits = limits;
    restored.forEach(this::append);
  }

  /** Takes rows that belong together. */
  void add(RowGroup<T> group) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!hasRoomFor(group)) {
        refuseAfterFailure();
        crowded = true;
        changed.signalAll();
        changed.await();
      }
      crowded = false;
      refuseAfterFailure();
      boolean first = waiting.isEmpty();
      append(group);
      if (first) {
        oldest = System.nanoTime();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoomFor(RowGroup<T> group) {
    return waiting.isEmpty() || waitingRows < limits.rows() && waitingBytes + group.bytes() <= limits.bytes();
  }

  private void append(RowGroup<T> group) {
    waiting.add(group);
    waitingRows += group.rows().size();
    waitingBytes += group.bytes();
  }

  /** The next batch, once it is due. It is in flight until {@link #acknowledged()}. */
  List<T> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      for (long left = nanosToWait(); left > 0; left = nanosToWait()) {
        changed.await(left, TimeUnit.NANOSECONDS);
      }
      inFlight = new ArrayList<>();
      fill();
      oldest = System.nanoTime();
      taken = oldest;
      return rows(inFlight);
    } finally {
      lock.unlock();
    }
  }

  /** The batch in flight with what waits behind it, as far as one batch may hold. */
  List<T> takeMore() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      fill();
      return rows(inFlight);
    } finally {
      lock.unlock();
    }
  }

  private void fill() {
    long rows = inFlight.stream().mapToLong(group -> group.rows().size()).sum();
    long bytes = inFlight.stream().mapToLong(RowGroup::bytes).sum();
    while (!waiting.isEmpty() && (inFlight.isEmpty() || rows < limits.rows() && bytes + waiting.peek().bytes() <= limits.bytes())) {
      RowGroup<T> group = waiting.remove();
      inFlight.add(group);
      rows += group.rows().size();
      bytes += group.bytes();
      waitingRows -= group.rows().size();
      waitingBytes -= group.bytes();
    }
    crowded = false;
    changed.signalAll();
  }

  /** The batch in flight is stored. */
  void acknowledged() {
    lock.lock();
    try {
      inFlight = new ArrayList<>();
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
  List<RowGroup<T>> unacknowledged() {
    lock.lock();
    try {
      List<RowGroup<T>> groups = new ArrayList<>(inFlight);
      groups.addAll(waiting);
      return groups;
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

  static <T> List<T> rows(List<RowGroup<T>> groups) {
    List<T> rows = new ArrayList<>();
    groups.forEach(group -> rows.addAll(group.rows()));
    return rows;
  }

  private long nanosToWait() {
    if (waiting.isEmpty()) {
      return Long.MAX_VALUE;
    }
    long now = System.nanoTime();
    boolean full = crowded || waitingRows >= limits.rows() || waitingBytes >= limits.bytes();
    return flushing || full ? 0 : Math.max(limits.patience().toNanos() - (now - oldest), breakUntil - now);
  }

  private void refuseAfterFailure() {
    if (failure != null) {
      throw new IllegalStateException("Cannot go on inserting into ClickHouse: " + Answers.reason(failure), failure);
    }
  }
}
