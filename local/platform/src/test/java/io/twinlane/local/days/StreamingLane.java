package io.twinlane.local.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import io.twinlane.jobs.JobConfig;
import io.twinlane.jobs.StreamingJob;
import io.twinlane.jobs.StreamingJobs;
import io.twinlane.jobs.compute.ComputeJob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.awaitility.Awaitility;

/** Every streaming job of a history: started, stopped with its state, or ended without it. None may fail: a restart would hide why. */
final class StreamingLane {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);

  private final Kept kept;
  private final Path folder;
  private final Map<String, JobClient> running = new LinkedHashMap<>();
  private final Map<String, String> savepoints = new TreeMap<>();
  private int starts;

  StreamingLane(Kept kept, Path folder) {
    this.kept = kept;
    this.folder = folder;
  }

  /** Starts every job, from its savepoint where one was taken since, and at another parallelism than before. */
  void start(Catalog catalog) throws Exception {
    starts++;
    for (StreamingJob job : StreamingJobs.of(catalog, kept.connections, JobConfig.from(new Configuration(), catalog))) {
      running.put(job.name(), job.submission().to(environment(catalog, job.name())));
    }
    for (Computation computation : catalog.computations()) {
      String name = computation.jobName();
      running.put(name, ComputeJob.run(environment(catalog, name), catalog, computation, kept.connections.compute()));
    }
    savepoints.clear();
  }

  /** Half of the jobs have one subtask and half two, in turns: the cluster's slots are for two histories. */
  private int parallelism() {
    return 1 + (starts + running.size()) % 2;
  }

  private StreamExecutionEnvironment environment(Catalog catalog, String job) {
    Configuration config = JobConfig.from(new Configuration(), catalog).ofStreaming(parallelism());
    config.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    config.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("checkpoints").toUri().toString());
    if (savepoints.containsKey(job)) {
      config.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoints.get(job));
    }
    return kept.flink.environment(config);
  }

  /** Stops every job in the middle of its work, with a savepoint to go on from. */
  void stop() {
    Map<String, CompletableFuture<String>> stopping = new LinkedHashMap<>();
    running.forEach((name, job) -> stopping.put(name, stop(job)));
    Awaitility.await("savepoints").atMost(PATIENCE).until(() -> {
      stopping.replaceAll((name, savepoint) -> savepoint.isCompletedExceptionally() ? again(name) : savepoint);
      return stopping.values().stream().allMatch(savepoint -> savepoint.isDone() && !savepoint.isCompletedExceptionally());
    });
    stopping.forEach((name, savepoint) -> savepoints.put(name, savepoint.join()));
    running.clear();
  }

  /** A job of which some task has not begun yet takes no savepoint; one that has ended never will. */
  private CompletableFuture<String> again(String name) {
    assertThat(failure(name)).as(name + " while it is stopped").isNull();
    return stop(running.get(name));
  }

  private CompletableFuture<String> stop(JobClient job) {
    return job.stopWithSavepoint(false, folder.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL);
  }

  /** Ends every job at once; what they kept is gone. None may have failed. */
  void cancel() {
    assertRuns();
    end();
  }

  /** Ends what runs, whatever has become of it. */
  void end() {
    for (JobClient job : running.values()) {
      Future<Void> unused = job.cancel();
    }
    Awaitility.await("ended jobs").atMost(PATIENCE).until(() -> running.values().stream().allMatch(StreamingLane::ended));
    running.clear();
  }

  /** That no job has failed. */
  void assertRuns() {
    running.keySet().forEach(name -> assertThat(failure(name)).as(name).isNull());
  }

  private String failure(String name) {
    JobClient job = running.get(name);
    return ended(job) ? job.getJobExecutionResult().handle((result, failure) -> String.valueOf(failure)).join() : null;
  }

  private static boolean ended(JobClient job) {
    JobStatus status = job.getJobStatus().join();
    return status.isGloballyTerminalState();
  }
}
