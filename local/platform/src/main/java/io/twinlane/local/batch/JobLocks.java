package io.twinlane.local.batch;

import io.twinlane.local.up.PlatformRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The operating system's locks of a platform's batch jobs, a file each: two runs of one job at a time would replace each other's result half
 * way. They end with their process, however that ends.
 */
public final class JobLocks implements AutoCloseable {
  private final List<FileChannel> held = new ArrayList<>();

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
      FileChannel channel = open(folder.resolve(job + ".lock"));
      locks.held.add(channel);
      channel.lock();
      return locks;
    } catch (IOException e) {
      locks.close();
      throw new UncheckedIOException("Cannot wait for the lock of " + job + ": " + e.getMessage(), e);
    }
  }

  private boolean take(Path file) {
    try {
      FileChannel channel = open(file);
      held.add(channel);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(("pid " + ProcessHandle.current().pid() + ", since "
            + Instant.now().truncatedTo(ChronoUnit.SECONDS)).getBytes(StandardCharsets.UTF_8)));
      }
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this process has it
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot take the lock " + file + ": " + e.getMessage(), e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
    for (FileChannel channel : held) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot release a job's lock: " + e.getMessage(), e);
      }
    }
  }
}
