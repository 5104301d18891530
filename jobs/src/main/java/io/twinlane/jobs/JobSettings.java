package io.twinlane.jobs;

import io.twinlane.catalog.Catalog;
import java.time.Duration;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;

/** Flink's settings of each kind of job, the same on every cluster; where checkpoints lie is the cluster's own setting. */
public final class JobSettings {
  /** What archive files and committed offsets wait for. */
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(2);
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
  private static final int BATCH_PARALLELISM = 2;

  private final int maxParallelism;

  public JobSettings(Catalog catalog) {
    maxParallelism = catalog.platform().maxParallelism();
  }

  /** Of a streaming job: an infrastructure error backs off and resumes, for ever. */
  public Configuration ofStreaming(int parallelism) {
    Configuration job = common(parallelism);
    job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    job.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE); // a store that is away is waited for, not restarted over
    job.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    return job;
  }

  /** Of a team's computation: one that meets the same bad row again and again waits longer each time; nobody else waits for it. */
  public Configuration ofComputation() {
    Configuration job = ofStreaming(1);
    job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 2.0);
    job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LONGEST_BACKOFF);
    return job;
  }

  /** Of a batch job, which gives up after some tries. */
  public Configuration ofBatch() {
    Configuration job = common(BATCH_PARALLELISM);
    job.set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);
    job.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    job.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 2);
    job.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    return job;
  }

  private Configuration common(int parallelism) {
    Configuration job = new Configuration();
    job.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    job.set(PipelineOptions.MAX_PARALLELISM, maxParallelism); // unless set, Flink derives it from the parallelism of the first start
    job.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    job.set(PipelineOptions.GENERIC_TYPES, false);
    return job;
  }
}
