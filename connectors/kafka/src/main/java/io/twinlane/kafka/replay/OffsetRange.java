package io.twinlane.kafka.replay;

/** Offsets of a partition from one, to before another. */
public record OffsetRange(long from, long end) {}
