package io.twinlane.local.jobs;

import org.apache.flink.core.execution.JobClient;

/** A job on the platform's Flink, by the name that people know it by. */
record SubmittedJob(String name, JobClient client) {
  String id() {
    return client.getJobID().toString();
  }
}
