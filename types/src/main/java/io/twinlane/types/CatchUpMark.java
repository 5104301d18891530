package io.twinlane.types;

/**
 * How far a job's inputs are since it (re)started, told by the operators behind them: each subtask says {@code AWAITED} for every partition
 * whose records were there before the start and are still to be read, then {@code READY} with the number of subtasks that say so; whoever
 * reads a partition says {@code PASSED} behind the last of those records.
 *
 * @param input which operator tells
 * @param number the partition, for {@code READY} the number of the operator's subtasks
 */
public record CatchUpMark(String input, Kind kind, int number) {
  /** What a mark says; it travels by name. */
  public enum Kind { AWAITED, READY, PASSED }
}
