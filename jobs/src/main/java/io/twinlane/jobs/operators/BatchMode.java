package io.twinlane.jobs.operators;

import org.apache.flink.api.common.BatchShuffleMode;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How the bounded jobs run. */
public final class BatchMode {
  private BatchMode() {}

  /**
   * Batch mode, with all tasks at once and rows handed on in memory: a job needs no more slots than its parallelism, few network buffers
   * and one start instead of one a stage. A setting of {@code execution.batch-shuffle-mode} goes before.
   */
  public static void use(StreamExecutionEnvironment env) {
    env.setRuntimeMode(RuntimeExecutionMode.BATCH);
    if (env.getConfiguration().getOptional(ExecutionOptions.BATCH_SHUFFLE_MODE).isEmpty()) {
      env.configure(new Configuration()
          .set(ExecutionOptions.BATCH_SHUFFLE_MODE, BatchShuffleMode.ALL_EXCHANGES_PIPELINED)
          .set(JobManagerOptions.SCHEDULER, JobManagerOptions.SchedulerType.Default)); // the adaptive one refuses pipelines
    }
  }
}
