package io.twinlane.local.up;

/** One job as Flink sees it; {@code since} is when it was submitted, ISO-8601 UTC. */
public record JobState(String name, String state, String since, int parallelism, int restarts) {}
