package io.twinlane.kafka.replay;

/** Is told twice a second, from a thread of its own, how far a replay is. */
@FunctionalInterface
public interface Progress {
  Progress NONE = (sent, total) -> {};

  /** {@code total} is {@link Track#UNKNOWN} when a recording's length is not known. */
  void at(long sent, long total);
}
