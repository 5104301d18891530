package io.twinlane.engines;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Fetches libchdb.so by npm, once a machine: into a folder beside the target, which takes the target's name when complete. */
final class ChdbFetch {
  private static final String CANNOT = "Cannot fetch the ClickHouse engine: ";
  private static final Duration TELL_EVERY = Duration.ofSeconds(2);
  private static final long MB = 1_000_000;
  private static final Object ONE_AT_A_TIME = new Object(); // a file lock is per process, this one is per thread

  private final String searchPath;
  private final Consumer<String> progress;

  ChdbFetch(String searchPath, Consumer<String> progress) {
    this.searchPath = searchPath;
    this.progress = progress;
  }

  /** Returns when the library is there, fetched by us or by another process meanwhile. */
  void into(Path folder, Path library) {
    Path npm = npm();
    synchronized (ONE_AT_A_TIME) {
      Folders.create("ClickHouse", folder.getParent());
      Path lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
      try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        if (!Files.exists(library)) {
          install(npm, folder);
        }
      } catch (IOException e) {
        throw new CannotStart(CANNOT + e, e);
      }
    }
    if (!Files.exists(library)) {
      throw new CannotStart(CANNOT + "npm brought no " + library.getFileName() + " into " + folder + ".");
    }
  }

  private Path npm() {
    return Stream.of(String.valueOf(searchPath).split(File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .map(entry -> Path.of(entry, "npm"))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .orElseThrow(() -> new CannotStart(
            CANNOT + "npm is not on the PATH. Install Node.js with npm, or " + ChdbLibrary.OTHERWISE));
  }

  private FileLock lock(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    for (long seconds = 0; lock == null; seconds += TELL_EVERY.toSeconds()) {
      progress.accept("Waiting for another process that fetches the ClickHouse engine: " + seconds + " s");
      Patience.pause(TELL_EVERY);
      lock = channel.tryLock();
    }
    return lock;
  }

  private void install(Path npm, Path folder) throws IOException {
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    Folders.delete(part); // left by a fetch that was killed
    Folders.delete(folder);
    Files.createDirectories(part);
    Files.writeString(part.resolve("package.json"), Folders.shipped("chdb-package.json"));
    Files.writeString(part.resolve("package-lock.json"), Folders.shipped("chdb-package-lock.json"));
    try {
      run(npm, part);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      Folders.delete(part);
      throw e;
    }
    progress.accept("Fetched the ClickHouse engine into " + folder);
  }

  private void run(Path npm, Path part) throws IOException {
    progress.accept("Fetching the ClickHouse engine " + ChdbLibrary.VERSION + ": 178 MB, once on this machine");
    Path output = part.resolve("npm.out");
    List<String> command = List.of(npm.toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    try (Child child = Child.leashed(command, part, output)) {
      while (!child.ended(TELL_EVERY)) {
        progress.accept("Fetching the ClickHouse engine: " + size(part) / MB + " of 569 MB unpacked");
      }
      if (child.exitCode() != 0) {
        throw new CannotStart(CANNOT + "npm ended with exit code " + child.exitCode() + ": " + complaint(output)
            + " Mend that, or " + ChdbLibrary.OTHERWISE);
      }
    }
  }

  private static String complaint(Path output) throws IOException {
    List<String> errors = Files.readAllLines(output).stream().filter(line -> line.startsWith("npm error")).limit(3).toList();
    return errors.isEmpty() ? "no word of why." : String.join("; ", errors).replace("npm error ", "") + ".";
  }

  private static long size(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0; // npm moves files while we look
    }
  }
}
