package io.twinlane.jobs;

import io.twinlane.config.Options;
import io.twinlane.config.Rules;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** What can be set about the jobs themselves. Where their checkpoints lie is the cluster's own setting. */
public final class JobOptions {
  /** The most that Flink knows; a catalog's {@code flink.max-parallelism} is the bound that counts. */
  private static final int MOST_SUBTASKS = 32_768;

  public static final ConfigOption<Duration> CHECKPOINT_INTERVAL = ConfigOptions.key("jobs.checkpoint-interval").durationType()
      .defaultValue(Duration.ofSeconds(2))
      .withDescription("How often a streaming job writes down where it is. Files of the archive and the lag of a group wait for it; more often"
          + " costs every job more writes, and more seldom means more to read again after a failure.");
  public static final ConfigOption<Duration> LONGEST_BACKOFF = ConfigOptions.key("jobs.longest-backoff").durationType()
      .defaultValue(Duration.ofMinutes(1))
      .withDescription("Longest time that a job of normalize, archive or ingest waits before it starts again: it waits 1 s after a failure, and half as"
          + " long again after each that follows. Less resumes sooner, and asks more of what is ill.");
  public static final ConfigOption<Integer> NORMALIZE_PARALLELISM = parallelism("normalize", 2)
      .withDescription("Subtasks of each normalize job. More than the raw topic has partitions helps the merge alone.");
  public static final ConfigOption<Boolean> NORMALIZE_WITHOUT_STATE = ConfigOptions.key("normalize.without-state").booleanType().defaultValue(false)
      .withDescription("Whether a normalize job that merges (ib) may begin without its state where Kafka's retention has taken the topic's beginning:"
          + " fields that were said there alone are MISSING then. true or false.");
  public static final ConfigOption<Integer> ARCHIVE_PARALLELISM = parallelism("archive", 1)
      .withDescription("Subtasks of each archive job. Each writes files of its own: more makes more and smaller files.");
  public static final ConfigOption<Integer> INGEST_PARALLELISM = parallelism("ingest", 1)
      .withDescription("Subtasks of each ingest job. Each has inserts and buffers of its own (docs/memory.md): more makes more and smaller parts.");
  public static final ConfigOption<Integer> COMPUTE_PARALLELISM = parallelism("compute", 1)
      .withDescription("Subtasks of each team's computation.");
  public static final ConfigOption<Duration> COMPUTE_LONGEST_BACKOFF = ConfigOptions.key("compute.longest-backoff").durationType()
      .defaultValue(Duration.ofMinutes(5))
      .withDescription("Longest time that a team's computation waits before it starts again: it waits 1 s after a failure, and twice as long after each"
          + " that follows. Less spends more of the cluster on one that fails again and again.");
  public static final ConfigOption<Integer> BATCH_PARALLELISM = parallelism("batch", 2)
      .withDescription("Subtasks of each job of the batch lane.");
  public static final ConfigOption<Integer> BATCH_RESTARTS = ConfigOptions.key("batch.restarts").intType().defaultValue(2)
      .withDescription("How often a job of the batch lane is started again before it has failed. What it has done by then is done anew.");
  public static final ConfigOption<Duration> BATCH_BACKOFF = ConfigOptions.key("batch.backoff").durationType().defaultValue(Duration.ofSeconds(1))
      .withDescription("How long a job of the batch lane waits each time before it starts again.");

  public static final Options ALL = Options.of("Jobs")
      .with(CHECKPOINT_INTERVAL, Rules.duration(Duration.ofMillis(100), Duration.ofHours(1)))
      .with(LONGEST_BACKOFF, Rules.duration(Duration.ofSeconds(1), Duration.ofHours(1)))
      .with(NORMALIZE_PARALLELISM, Rules.number(1, MOST_SUBTASKS))
      .with(NORMALIZE_WITHOUT_STATE, Rules.YES_OR_NO)
      .with(ARCHIVE_PARALLELISM, Rules.number(1, MOST_SUBTASKS))
      .with(INGEST_PARALLELISM, Rules.number(1, MOST_SUBTASKS))
      .with(COMPUTE_PARALLELISM, Rules.number(1, MOST_SUBTASKS))
      .with(COMPUTE_LONGEST_BACKOFF, Rules.duration(Duration.ofSeconds(1), Duration.ofHours(1)))
      .with(BATCH_PARALLELISM, Rules.number(1, MOST_SUBTASKS))
      .with(BATCH_RESTARTS, Rules.number(0, 100))
      .with(BATCH_BACKOFF, Rules.duration(Duration.ZERO, Duration.ofHours(1)));

  private JobOptions() {}

  private static ConfigOption<Integer> parallelism(String jobs, int standard) {
    return ConfigOptions.key(jobs + ".parallelism").intType().defaultValue(standard);
  }
}
