package io.twinlane.jobs.cluster;

import io.twinlane.kafka.StateMissing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.JobStatus;

/** A job that has completed a checkpoint has its sources assigned and its operators open: from now on it is as fast as it gets. */
public final class FirstCheckpoints {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int FAILS_AGAIN_AND_AGAIN = 2;
  private static final long LOOK_EVERY_MILLIS = 50;

  private final FlinkRest flink;
  private final long deadline = System.nanoTime() + PATIENCE.toNanos();

  public FirstCheckpoints(FlinkRest flink) {
    this.flink = flink;
  }

  /**
   * Waits for all of them; one that ends or takes too long is an exception with its name and cause. But one that would not start without its
   * state waits for a person's word, and the others do not wait for it: returns why, by name.
   */
  public Map<String, String> await(List<SubmittedJob> jobs) throws Exception {
    Map<String, String> waiting = new TreeMap<>();
    for (SubmittedJob job : jobs) {
      Optional<String> trouble = trouble(job, Integer.MAX_VALUE);
      if (trouble.isPresent() && trouble.get().contains(StateMissing.WORDS)) {
        waiting.put(job.name(), trouble.get());
      } else if (trouble.isPresent()) {
        throw new IllegalStateException("Cannot start job " + job.name() + ": " + trouble.get());
      }
    }
    return waiting;
  }

  /** Why those that fail do so, by name; a team's job is not waited for once it has failed twice. */
  public Map<String, String> awaitOrTell(List<SubmittedJob> jobs) throws Exception {
    Map<String, String> failing = new TreeMap<>();
    for (SubmittedJob job : jobs) {
      trouble(job, FAILS_AGAIN_AND_AGAIN).ifPresent(why -> failing.put(job.name(), why));
    }
    return failing;
  }

  private Optional<String> trouble(SubmittedJob job, int mostRestarts) throws Exception {
    while (!hasCheckpoint(job)) {
      JobStatus status = job.client().getJobStatus().get();
      if (status.isGloballyTerminalState() || status != JobStatus.INITIALIZING && flink.restarts(job.id()) >= mostRestarts) {
        return Optional.of(cause(job).orElse("it is " + status));
      }
      if (System.nanoTime() > deadline) {
        return Optional.of("it has no checkpoint after " + PATIENCE.toSeconds() + " s and is " + status
            + cause(job).map(why -> "; its last failure: " + why).orElse(""));
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    return Optional.empty();
  }

  /** Flink has no answer, but an error, of a job that is not there yet. */
  private boolean hasCheckpoint(SubmittedJob job) throws Exception {
    return job.client().getJobStatus().get() != JobStatus.INITIALIZING
        && flink.ask("/jobs/" + job.id() + "/checkpoints").path("counts").path("completed").asInt() > 0;
  }

  private Optional<String> cause(SubmittedJob job) throws IOException {
    return flink.failure(job.id(), job.name()).map(JobFailure::cause);
  }
}
