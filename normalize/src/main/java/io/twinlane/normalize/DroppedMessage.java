package io.twinlane.normalize;

/**
 * The receipt of a message that gives no row on purpose: a declared drop, or a delta that changes nothing. What one version of a mapping
 * drops, another one may keep: {@code mappingVersion} says which it was.
 */
public record DroppedMessage(String sourceSystem, String reason, String origin, long originOffset, String mappingVersion, long ingestTime) {}
