package io.twinlane.jobs;

import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One job of the streaming lane that the catalog declares, by the name that people know it by. */
public record StreamingJob(String name, int parallelism, Submission submission) {
  /** Submits a job to the cluster of an environment. */
  @FunctionalInterface
  public interface Submission {
    JobClient to(StreamExecutionEnvironment env) throws Exception;
  }
}
