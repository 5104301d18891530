package io.twinlane.engines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own with this test's class path. */
final class OtherJvm {
  private OtherJvm() {
  }

  static ProcessBuilder running(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx300m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
