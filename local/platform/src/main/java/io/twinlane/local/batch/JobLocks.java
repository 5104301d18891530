package io.twinlane.local.batch;

import io.twinlane.engines.ProcessLock;
import io.twinlane.local.up.PlatformRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operating system's locks of a platform's batch jobs, a file each: two runs of one job at a time would replace each other's result half
 * way. They end with their process, however that ends.
 */
final class JobLocks implements AutoCloseable {
  private static final Duration FOREVER = Duration.ofDays(365);

  private final List<ProcessLock> held = new ArrayList<>();

  private JobLocks() {}

  /** Takes the locks of all these jobs, or none and says which are taken by whom. */
  public static JobLocks take(Path folder, List<String> jobs) {
    JobLocks locks = new JobLocks();
    List<String> problems = new ArrayList<>();
    for (String job : jobs) {
      Path file = folder.resolve(job + ".lock");
      if (!locks.take(file)) {
        problems.add("Cannot run " + job + ": another ./twinlane is at it (" + owner(file) + "). Run it again when that has ended.");
      }
    }
    if (!problems.isEmpty()) {
      locks.close();
      throw new PlatformRefusal(problems);
    }
    return locks;
  }

  /** Takes one lock as soon as whoever has it gives it back. */
  public static JobLocks await(Path folder, String job) {
    JobLocks locks = new JobLocks();
    try {
      Files.createDirectories(folder);
      locks.held.add(ProcessLock.take(folder.resolve(job + ".lock"), FOREVER).orElseThrow());
      return locks;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot wait for the lock of " + job + ": " + e.getMessage(), e);
    }
  }

  private boolean take(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Optional<ProcessLock> lock = ProcessLock.take(file, Duration.ZERO);
      if (lock.isPresent()) {
        held.add(lock.get());
        lock.get().write("pid " + ProcessHandle.current().pid() + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
      }
      return lock.isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot take the lock " + file + ": " + e.getMessage(), e);
    }
  }

  private static String owner(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "it has just begun";
    }
  }

  @Override
  public void close() {
    held.forEach(ProcessLock::close);
  }
}
