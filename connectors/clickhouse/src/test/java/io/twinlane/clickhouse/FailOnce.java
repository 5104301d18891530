package io.twinlane.clickhouse;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Lets rows through, and fails the job once, after its first checkpoint. */
final class FailOnce<T> extends RichMapFunction<T, T> implements CheckpointListener {
  static final AtomicBoolean FAILED = new AtomicBoolean();
  static final AtomicInteger CHECKPOINTS = new AtomicInteger();

  static void reset() {
    FAILED.set(false);
    CHECKPOINTS.set(0);
  }

  @Override
  public T map(T row) {
    if (CHECKPOINTS.get() >= 1 && FAILED.compareAndSet(false, true)) {
      throw new IllegalStateException("Cannot go on: this test fails the job once");
    }
    return row;
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    CHECKPOINTS.incrementAndGet();
  }
}
