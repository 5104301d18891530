package io.twinlane.kafka;

import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RawMessage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.awaitility.Awaitility;

/**
 * Makes a row of every message, with ten symbols, and throws once, at an offset or the first one after it that has a row before it which is
 * in Kafka and in no checkpoint: that row comes again after the restart.
 */
final class CrashOnce implements MapFunction<RawMessage, CategoryRow>, CheckpointedFunction, CheckpointListener {
  private static final AtomicInteger SEEN = new AtomicInteger();
  private static final AtomicInteger COMPLETED = new AtomicInteger();
  private static final AtomicBoolean CRASHED = new AtomicBoolean();

  private final String category;
  private final long crashAt;
  private transient int sinceCheckpoint;

  CrashOnce(String category, long crashAt) {
    this.category = category;
    this.crashAt = crashAt;
  }

  @Override
  public CategoryRow map(RawMessage message) {
    if (message.originOffset() >= crashAt && sinceCheckpoint > 0 && CRASHED.compareAndSet(false, true)) {
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Engines.read(KafkaTopics.categoryTopic(category)).size() >= SEEN.get());
      throw new IllegalStateException("crash at " + crashAt + ", as the test wants it");
    }
    SEEN.incrementAndGet();
    sinceCheckpoint++;
    CategoryRow row = Samples.row("S" + message.originOffset() % 10, message.ingestTime(), message.origin(), message.originOffset(), 0);
    return Samples.in(Samples.named(category), row);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {
    sinceCheckpoint = 0;
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    sinceCheckpoint = 0;
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    COMPLETED.incrementAndGet();
  }

  /** Waits until so many messages were seen and gives the number of checkpoints completed then. */
  static int checkpointsBegunAfter(int messages) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> SEEN.get() >= messages);
    return COMPLETED.get();
  }

  static int completed() {
    return COMPLETED.get();
  }

  static boolean crashed() {
    return CRASHED.get();
  }
}
