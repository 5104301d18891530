package io.twinlane.cli;

import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.up.Detached;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command of the process that is the platform: this program again, with a platform's heap and log. */
final class PlatformCommand {
  /** As the launcher gives the demo. */
  private static final String HEAP = "-Xmx1400m";

  private PlatformCommand() {
  }

  static List<String> of(Session session, PlatformConfig resolved, SettingOptions settings, boolean noJobs) {
    Path options = session.root().resolve("cli/target/jvm/platform.options");
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + options, HEAP,
        "-Dtwinlane.root=" + session.root(), "-Dlog.file=" + resolved.stateDir().resolve(Detached.LOG), "-Dlog.console=off",
        "-cp", System.getProperty("java.class.path"), Main.class.getName(), "up", "--foreground", "--quiet"));
    if (noJobs) {
      command.add("--no-jobs");
    }
    command.addAll(settings.arguments());
    return command;
  }
}
