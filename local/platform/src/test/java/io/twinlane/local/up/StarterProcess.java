package io.twinlane.local.up;

import io.twinlane.local.terminal.Progress;
import java.nio.file.Path;
import java.util.List;

/** A process that starts a detached platform and ends, as {@code up} does. */
final class StarterProcess {
  private StarterProcess() {
  }

  static List<String> command(Path folder) {
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC",
        "-cp", System.getProperty("java.class.path"), StarterProcess.class.getName(), folder.toString());
  }

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    try (Progress progress = Given.progress()) {
      Detached.start(PlatformProcess.command(folder), StateFolder.of(Given.config(folder)), progress);
    }
  }
}
