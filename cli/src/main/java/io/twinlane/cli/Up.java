package io.twinlane.cli;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.local.jobs.LocalJobs;
import io.twinlane.local.jobs.LocalJobs;
import io.twinlane.local.settings.PlatformSettings;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.Detached;
import io.twinlane.local.up.Platform;
import io.twinlane.local.up.PlatformStatus;
import io.twinlane.local.up.StateFolder;
import io.twinlane.local.up.StatusPage;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the platform with all streaming jobs and leaves it running. */
@Command(name = "up", description = "Start the platform with its jobs and leave it running.")
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
    PlatformSettings resolved = settings.resolve(session());
    try (Progress progress = session().terminal().progress()) {
      if (foreground) {
        stay(resolved, progress);
      } else {
        Detached.start(PlatformCommand.of(session(), resolved, settings, noJobs), StateFolder.of(resolved), progress);
      }
    }
    show(resolved);
    if (foreground) {
      new CountDownLatch(1).await(); // the shutdown hook of the platform ends it
    }
    return ExitCode.DONE;
  }

  private void stay(PlatformSettings resolved, Progress progress) throws Exception {
    Catalog catalog = noJobs ? null : CatalogLoader.load(session().root());
    Platform platform = Platform.start(resolved, progress);
    if (!noJobs) {
      LocalJobs.start(platform, catalog, progress);
    }
    platform.ready();
  }

  private void show(PlatformSettings resolved) {
    if (quiet) {
      return;
    }
    PlatformStatus status = PlatformStatus.of(StateFolder.of(resolved));
    if (json()) {
      session().print(status);
    } else {
      session().terminal().out().print(StatusPage.text(status, session().terminal().colours(), Instant.now()));
    }
  }
}
