package io.twinlane.cli;

import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.StateFolder;
import io.twinlane.local.up.Stop;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the platform. That nothing runs is no failure: it is what was asked for. */
@Command(name = "down", description = "Stop the platform; what it keeps stays in its folder.")
final class Down extends Verb {
  @Mixin
  private SettingOptions settings;

  @Override
  public Integer call() {
    StateFolder folder = StateFolder.of(settings.resolve(session()));
    try (Progress progress = session().terminal().progress()) {
      tell(folder, Stop.platform(folder, progress));
    }
    return ExitCode.DONE;
  }

  private void tell(StateFolder folder, Optional<Long> stopped) {
    if (json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("ok", true);
      document.put("state_dir", folder.shown());
      document.put("stopped_pid", stopped.orElse(null));
      session().print(document);
    } else {
      session().say(stopped.map(pid -> "Stopped the platform in " + folder.shown() + " (pid " + pid + ").")
          .orElse("No platform runs in " + folder.shown() + "."));
    }
  }
}
