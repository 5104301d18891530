package io.twinlane.local.demo;

import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.Speed;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a person asked of the demo.
 *
 * @param recordings a folder with recordings of the person's own instead of the shipped ones
 * @param speed how fast the recordings are played
 * @param maxGap how long a pause in recorded time may be
 * @param exit end when the table is printed, instead of staying up until Ctrl-C
 * @param keep a folder that the stores' state is left in, for inspection
 * @param json print the summary as one JSON document on out, and nothing else there
 */
public record DemoOptions(Optional<Path> recordings, Speed speed, MaxGap maxGap, boolean exit, Optional<Path> keep, boolean json) {}
