package io.twinlane.engines;

import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;

/** A job on the cluster, as the dashboard lists it. */
public record FlinkJob(String name, JobStatus state, JobID id) {
}
