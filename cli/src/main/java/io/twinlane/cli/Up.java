package io.twinlane.cli;

import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.RunnableCatalog;
import io.twinlane.jobs.cluster.JobState;
import io.twinlane.kafka.StateMissing;
import io.twinlane.local.jobs.LocalJobs;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.Detached;
import io.twinlane.local.up.LocalPlatform;
import io.twinlane.local.up.PlatformStatus;
import io.twinlane.local.up.StateFolder;
import io.twinlane.local.up.StatusPage;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the platform with all streaming jobs and leaves it running. */
@Command(name = "up",
    description = "Start the platform with its jobs and leave it running. Exit code 1: it runs, but a computation does not.")
final class Up extends Verb {
  @Mixin
  private SettingOptions settings;

  @Option(names = "--no-jobs", description = "Start the servers only: no topics, tables or jobs.")
  private boolean noJobs;

  @Option(names = "--foreground", description = "Stay until Ctrl-C instead of leaving it running.")
  private boolean foreground;

  @Option(names = "--quiet", hidden = true, description = "Started by up, which shows the status page and holds this process until it is ready.")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    if (quiet) {
      Detached.endWithStarter();
    }
    PlatformConfig resolved = settings.resolve(session());
    try (Progress progress = session().terminal().progress()) {
      if (foreground) {
        stay(resolved, progress);
      } else {
        Detached.start(PlatformCommand.of(session(), resolved, settings, noJobs), StateFolder.of(resolved), progress);
      }
    }
    PlatformStatus status = PlatformStatus.of(StateFolder.of(resolved));
    show(status);
    if (foreground) {
      new CountDownLatch(1).await(); // the shutdown hook of the platform ends it
    }
    boolean computationsRun = status.computations() == null || status.computations().allRun();
    return computationsRun && status.jobs().stream().noneMatch(Up::waitsForAWord) ? ExitCode.DONE : ExitCode.NO;
  }

  /** Whether a job would not start without its state. */
  private static boolean waitsForAWord(JobState job) {
    return job.lastFailure() != null && job.lastFailure().cause().contains(StateMissing.WORDS);
  }

  private void stay(PlatformConfig resolved, Progress progress) throws Exception {
    RunnableCatalog catalog = noJobs ? null : CatalogLoader.loadRunnable(session().root());
    LocalPlatform platform = LocalPlatform.start(resolved, progress);
    if (noJobs) {
      platform.ready();
    } else {
      platform.ready(LocalJobs.start(platform, catalog, progress).computations());
    }
  }

  private void show(PlatformStatus status) {
    if (quiet) {
      return;
    }
    if (json()) {
      session().print(status);
    } else {
      session().terminal().out().print(StatusPage.text(status, session().terminal().colours(), Instant.now()));
    }
  }
}
