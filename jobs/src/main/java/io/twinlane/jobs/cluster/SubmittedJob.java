package io.twinlane.jobs.cluster;

import org.apache.flink.core.execution.JobClient;

/** A job on a cluster, by the name that people know it by. */
public record SubmittedJob(String name, JobClient client) {
  /** Flink's id of it. */
  public String id() {
    return client.getJobID().toString();
  }
}
