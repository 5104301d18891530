package io.twinlane.kafka;

import java.io.Serializable;

/**
 * How much of a topic is read, by a job that has no checkpoint to go on from: always from the earliest record. {@code group} names the reader
 * where offsets are committed for people who look at its lag (null: nowhere); no reader begins at them, because a checkpoint may hold rows
 * that its stores do not have yet. {@code bounded} ends with what the topic holds at the start.
 */
public record Reading(String group, boolean bounded) implements Serializable {
  /** Everything, and on for ever. */
  public static Reading live(String group) {
    return new Reading(group, false);
  }

  /** Everything that the topic holds now, then an end: for batch jobs and comparisons. */
  public static Reading untilNow() {
    return new Reading(null, true);
  }
}
