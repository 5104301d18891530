package io.twinlane.local.jobs;

import io.twinlane.jobs.Connections;
import io.twinlane.local.up.ComputationsAtStart;

/** How to reach what the jobs read and write, and which computations are not among them. */
public record StartedJobs(Connections connections, ComputationsAtStart computations) {}
