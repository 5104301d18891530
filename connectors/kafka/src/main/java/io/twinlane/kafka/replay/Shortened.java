package io.twinlane.kafka.replay;

import java.time.Duration;

/** What was left out of recorded time: how many pauses were shortened, and by how much in all. */
public record Shortened(int pauses, Duration leftOut) {
  public static final Shortened NOTHING = new Shortened(0, Duration.ZERO);
}
