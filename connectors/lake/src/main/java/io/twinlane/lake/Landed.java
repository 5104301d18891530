package io.twinlane.lake;

import java.time.Instant;

/**
 * A file in the lake: the origin of its records, which is its path relative to the lake root, and when it was landed. {@code before} says
 * that its content had been there already and nothing was copied.
 */
public record Landed(String origin, Instant landed, boolean before) {}
