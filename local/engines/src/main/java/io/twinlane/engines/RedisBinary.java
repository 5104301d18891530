package io.twinlane.engines;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** A redis-server that runs on this machine: the one that embedded-redis carries, else the one on the PATH. */
final class RedisBinary {
  private RedisBinary() {
  }

  /** Unpacks the carried one into the folder if that has not happened before. */
  static Path locate(Path folder, String searchPath) {
    return Stream.concat(carried(folder), onPath(searchPath)).filter(RedisBinary::runs).findFirst()
        .orElseThrow(() -> new CannotStart("Cannot start Redis: the bundled redis-server does not run on this machine and there is none"
            + " on the PATH. Install redis-server, or set redis.url to a server of your own."));
  }

  private static Stream<Path> carried(Path folder) {
    try (Stream<Path> unpacked = Files.list(Files.createDirectories(folder))) {
      Path binary = unpacked.filter(file -> file.getFileName().toString().startsWith("redis-server")).findFirst().orElse(null);
      return Stream.of(binary == null ? ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath() : binary);
    } catch (IOException | RuntimeException e) {
      return Stream.empty(); // none for this system, or no room to unpack it
    }
  }

  private static Stream<Path> onPath(String searchPath) {
    return Stream.of(String.valueOf(searchPath).split(File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .map(entry -> Path.of(entry, "redis-server"))
        .filter(Files::isExecutable);
  }

  private static boolean runs(Path binary) {
    try {
      Process process = new ProcessBuilder(binary.toString(), "--version")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      boolean ended = process.waitFor(5, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
