package io.twinlane.engines;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** A redis-server that runs on this machine: the one that embedded-redis carries, else the one on the PATH. */
final class RedisBinary {
  private RedisBinary() {
  }

  /** The one in the folder from an earlier start, else unpacked into it, else on the search path. */
  static Path locate(Path folder, String searchPath) {
    return Stream.<Supplier<Stream<Path>>>of(() -> unpacked(folder), () -> unpack(folder), () -> onPath(searchPath))
        .flatMap(Supplier::get).filter(RedisBinary::runs).findFirst()
        .orElseThrow(() -> new CannotStart("Cannot start Redis: the bundled redis-server does not run on this machine and there is none"
            + " on the PATH. Install redis-server, or set redis.url to a server of your own."));
  }

  private static Stream<Path> unpacked(Path folder) {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return files.filter(file -> file.getFileName().toString().startsWith("redis-server")).toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /** The folder takes its name only when all is in it, so that an unpacking which is cut short leaves nothing to trust. */
  private static Stream<Path> unpack(Path folder) {
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    try {
      Folders.delete(part);
      Folders.delete(folder);
      ExecutableProvider.newJarResourceProvider(Files.createDirectories(part).toFile()).get();
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
      return unpacked(folder);
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
