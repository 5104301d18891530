package io.twinlane.lake;

import io.twinlane.normalize.RawMessage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/** Kills its job once, some messages after the second finished checkpoint. */
final class FailOnce implements MapFunction<RawMessage, RawMessage>, CheckpointListener {
  private static final long serialVersionUID = 1L;
  static final AtomicInteger FAILURES = new AtomicInteger();

  private int checkpoints;
  private int since;

  @Override
  public RawMessage map(RawMessage message) {
    since += checkpoints > 1 ? 1 : 0;
    if (since > 100 && FAILURES.compareAndSet(0, 1)) {
      throw new IllegalStateException("killed by the test");
    }
    return message;
  }

  @Override
  public void notifyCheckpointComplete(long id) {
    checkpoints++;
  }
}
