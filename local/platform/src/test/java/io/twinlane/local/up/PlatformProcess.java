package io.twinlane.local.up;

import io.twinlane.local.terminal.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process that is a platform and nothing else, as {@code up} starts one. */
public final class PlatformProcess {
  private PlatformProcess() {
  }

  /** The command for a platform in this folder. */
  static List<String> command(Path folder) {
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx600m", "-XX:+UseSerialGC",
        "-cp", System.getProperty("java.class.path"), PlatformProcess.class.getName(), folder.toString());
  }

  public static void main(String[] args) throws InterruptedException {
    Detached.endWithStarter();
    try (Progress progress = Given.progress()) {
      LocalPlatform.start(Given.config(Path.of(args[0])), progress).ready();
    }
    new CountDownLatch(1).await();
  }
}
