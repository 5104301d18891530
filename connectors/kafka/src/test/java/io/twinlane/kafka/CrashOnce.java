package io.twinlane.kafka;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RawMessage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Makes a row of every message, with ten symbols, and throws at one offset the first time that it comes. */
final class CrashOnce implements MapFunction<RawMessage, CategoryRow>, CheckpointListener {
  private static final AtomicInteger SEEN = new AtomicInteger();
  private static final AtomicInteger COMPLETED = new AtomicInteger();
  private static final AtomicBoolean CRASHED = new AtomicBoolean();

  private final String category;
  private final long crashAt;

  CrashOnce(String category, long crashAt) {
    this.category = category;
    this.crashAt = crashAt;
  }

  @Override
  public CategoryRow map(RawMessage message) {
    if (message.originOffset() == crashAt && CRASHED.compareAndSet(false, true)) {
      throw new IllegalStateException("crash at " + crashAt + ", as the test wants it");
    }
    SEEN.incrementAndGet();
    CategoryRow row = Samples.row("S" + message.originOffset() % 10, message.ingestTime(), message.origin(), message.originOffset(), 0);
    return Samples.in(Samples.named(category), row);
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    COMPLETED.incrementAndGet();
  }

  /** Waits until so many messages were seen and gives the number of checkpoints completed then. */
  static int checkpointsBegunAfter(int messages) {
    org.awaitility.Awaitility.await().atMost(java.time.Duration.ofSeconds(30)).until(() -> SEEN.get() >= messages);
    return COMPLETED.get();
  }

  static int completed() {
    return COMPLETED.get();
  }

  static boolean crashed() {
    return CRASHED.get();
  }
}
