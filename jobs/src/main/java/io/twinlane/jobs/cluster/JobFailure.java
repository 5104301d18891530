package io.twinlane.jobs.cluster;

/** Why a job failed last, in one sentence, and when: ISO-8601 UTC. */
public record JobFailure(String at, String cause) {}
