package io.twinlane.kafka.replay;

import java.time.Duration;

/** Is told twice a second, from a thread of its own, how far a replay is. */
@FunctionalInterface
public interface ReplayProgress {
  ReplayProgress NONE = (sent, total, left) -> {};

  /** {@code left} is how long the recordings' own time still takes at this speed; zero when nothing waits for it. */
  void at(long sent, long total, Duration left);
}
