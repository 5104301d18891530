package io.twinlane.normalize;

/** The receipt of a message that gives no row on purpose: a declared drop, or a delta that changes nothing. */
public record DroppedMessage(String sourceSystem, String reason, String origin, long originOffset, long ingestTime) {}
