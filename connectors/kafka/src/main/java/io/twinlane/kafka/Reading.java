package io.twinlane.kafka;

import java.io.Serializable;

/**
 * How much of a topic is read. {@code group} names the reader where offsets are committed (null: nowhere); {@code resume} goes on from the
 * group's committed offsets where it has some, else from the earliest record; {@code bounded} ends with what the topic holds at the start.
 */
public record Reading(String group, boolean resume, boolean bounded) implements Serializable {
  /** From where the group stopped, and on for ever. */
  public static Reading live(String group) {
    return new Reading(group, true, false);
  }

  /** From the earliest record, and on for ever. */
  public static Reading fromStart(String group) {
    return new Reading(group, false, false);
  }

  /** Everything that the topic holds now, then an end: for batch jobs and comparisons. */
  public static Reading untilNow() {
    return new Reading(null, false, true);
  }
}
