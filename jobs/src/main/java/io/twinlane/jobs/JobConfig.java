package io.twinlane.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.config.ConfigProblems;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestartStrategyOptions;

/** How each kind of job runs, the same on every cluster, and the same as Flink's own configuration of a job. */
public record JobConfig(Subtasks subtasks, Restarts restarts, Duration checkpointInterval, boolean normalizeWithoutState, int maxParallelism) {
  /** How many there are of each job, by kind. */
  public record Subtasks(int normalize, int archive, int ingest, int compute, int batch) {}

  /** What follows a failure: the longest waits of streaming jobs, which never give up; number and wait of the batch lane's tries. */
  public record Restarts(Duration longest, Duration longestOfCompute, int ofBatch, Duration backoffOfBatch) {}

  /** Reads the options; throws one exception with all that is wrong with them. */
  public static JobConfig from(ReadableConfig config, Catalog catalog) {
    JobOptions.ALL.require(config);
    int most = catalog.platform().maxParallelism();
    requireUpTo(most, config);
    return new JobConfig(
        new Subtasks(config.get(JobOptions.NORMALIZE_PARALLELISM), config.get(JobOptions.ARCHIVE_PARALLELISM),
            config.get(JobOptions.INGEST_PARALLELISM), config.get(JobOptions.COMPUTE_PARALLELISM), config.get(JobOptions.BATCH_PARALLELISM)),
        new Restarts(config.get(JobOptions.LONGEST_BACKOFF), config.get(JobOptions.COMPUTE_LONGEST_BACKOFF),
            config.get(JobOptions.BATCH_RESTARTS), config.get(JobOptions.BATCH_BACKOFF)),
        config.get(JobOptions.CHECKPOINT_INTERVAL), config.get(JobOptions.NORMALIZE_WITHOUT_STATE), most);
  }

  private static void requireUpTo(int most, ReadableConfig config) {
    List<String> problems = parallelisms().filter(option -> config.get(option) > most)
        .map(option -> "Cannot set " + option.key() + " to '" + config.get(option) + "': it must be at most " + most
            + ", which is flink.max-parallelism of catalog/platform.yaml.").toList();
    if (!problems.isEmpty()) {
      throw new ConfigProblems(problems);
    }
  }

  private static Stream<ConfigOption<Integer>> parallelisms() {
    return Stream.of(JobOptions.NORMALIZE_PARALLELISM, JobOptions.ARCHIVE_PARALLELISM, JobOptions.INGEST_PARALLELISM,
        JobOptions.COMPUTE_PARALLELISM, JobOptions.BATCH_PARALLELISM);
  }

  /** Flink's of a streaming job: an infrastructure error backs off and resumes, for ever. */
  public Configuration ofStreaming(int parallelism) {
    Configuration job = common(parallelism);
    job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
    job.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE); // a store that is away is waited for, not restarted over
    job.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    backOff(job, 1.5, restarts.longest);
    return job;
  }

  /** Flink's of a team's computation: one that meets the same bad row again and again waits longer each time; nobody else waits for it. */
  public Configuration ofComputation() {
    Configuration job = ofStreaming(subtasks.compute);
    backOff(job, 2.0, restarts.longestOfCompute);
    return job;
  }

  /** Flink's of a batch job, which gives up after some tries. */
  public Configuration ofBatch() {
    Configuration job = common(subtasks.batch);
    job.set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);
    job.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    job.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, restarts.ofBatch);
    job.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, restarts.backoffOfBatch);
    return job;
  }

  private static void backOff(Configuration job, double times, Duration longest) {
    job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofSeconds(1));
    job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, times);
    job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, longest);
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
