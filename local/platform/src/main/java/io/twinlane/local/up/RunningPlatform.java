package io.twinlane.local.up;

import io.twinlane.jobs.cluster.RemoteFlink;
import io.twinlane.local.settings.PlatformConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.JobListener;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The platform that runs on a state folder, as another process of this machine uses it. What it submits goes when this process goes. */
public final class RunningPlatform {
  private static final long SECONDS_TO_CANCEL = 10;

  private final PlatformConfig config;
  private final PlatformState state;
  private final List<JobClient> submitted = new CopyOnWriteArrayList<>();
  private volatile boolean ending;

  private RunningPlatform(PlatformConfig config, PlatformState state) {
    this.config = config;
    this.state = state;
    Runtime.getRuntime().addShutdownHook(new Thread(this::cancelSubmitted, "cancel-jobs"));
  }

  /** The platform, or a refusal to do something ({@code run silver}) without one. */
  public static RunningPlatform of(PlatformConfig config, String what) {
    StateFolder folder = StateFolder.of(config);
    Optional<PlatformState> state = folder.running();
    if (state.isEmpty()) {
      throw new PlatformRefusal("Cannot " + what + ": no platform runs in " + folder.shown() + ". Start one with ./twinlane up.");
    }
    if (!state.get().ready()) {
      throw new PlatformRefusal("Cannot " + what + ": the platform in " + folder.shown()
          + " is still starting. ./twinlane status shows how far it is.");
    }
    return new RunningPlatform(config, state.get());
  }

  public PlatformConfig config() {
    return config;
  }

  public Addresses addresses() {
    return state.addresses();
  }

  /** The lake's folder, absolute. */
  public Path lakeRoot() {
    return Path.of(state.lakeRoot());
  }

  /** A folder below the state folder, for a purpose. */
  public Path folder(String name) {
    return StateFolder.of(config).resolve(name);
  }

  /** An environment whose jobs run on the platform's Flink; {@code execute} waits for their end. */
  public StreamExecutionEnvironment environment(Configuration job) {
    if (ending) {
      throw new IllegalStateException("Cannot submit a job: this process is ending");
    }
    StreamExecutionEnvironment env = RemoteFlink.environment(addresses().flink(), job);
    env.registerJobListener(new JobListener() {
      @Override
      public void onJobSubmitted(JobClient client, Throwable failure) {
        if (client != null) {
          submitted.add(client);
        }
      }

      @Override
      public void onJobExecuted(JobExecutionResult result, Throwable failure) {
        submitted.removeIf(client -> result != null && client.getJobID().equals(result.getJobID()));
      }
    });
    return env;
  }

  /** Cancels what was submitted and submits nothing more: whoever ends this process does not want its jobs. For tests, too. */
  public void cancelSubmitted() {
    ending = true; // what is cancelled makes room for the next job, which nobody wants either
    for (JobClient job : submitted) {
      try {
        if (!job.getJobStatus().get(SECONDS_TO_CANCEL, TimeUnit.SECONDS).isGloballyTerminalState()) {
          job.cancel().get(SECONDS_TO_CANCEL, TimeUnit.SECONDS);
        }
      } catch (Exception e) {
        Thread.currentThread().interrupt(); // the process ends anyway; a job that goes on ends by itself
      }
    }
  }
}
