package io.twinlane.cli;

import io.twinlane.local.up.PlatformStatus;
import io.twinlane.local.up.StateFolder;
import io.twinlane.local.up.StatusPage;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what runs. */
@Command(name = "status", description = "Show what runs on which address, and the jobs. Exit code 1 when nothing runs.")
final class Status extends Verb {
  @Mixin
  private SettingOptions settings;

  @Override
  public Integer call() {
    PlatformStatus status = PlatformStatus.of(StateFolder.of(settings.resolve(session())));
    show(status);
    return status.running() ? ExitCode.DONE : ExitCode.NO;
  }

  private void show(PlatformStatus status) {
    if (json()) {
      session().print(status);
    } else {
      session().terminal().out().print(StatusPage.text(status, session().terminal().colours(), Instant.now()));
    }
  }
}
