package io.twinlane.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A file that one process at a time holds: the operating system takes the lock back when that process ends, however it ends. */
public final class ProcessLock implements AutoCloseable {
  /** Closing any channel of a file lets go of the process's locks on it: what we hold ourselves must not be opened again. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static Path file(Path folder) {
    return folder.resolve("engine.lock");
  }

  /** Keeps a second server out of a folder in use, where it would harm the first one's data; waits a moment for one that is just ending. */
  static ProcessLock take(String engine, Path folder, Duration patience) {
    try {
      return take(file(folder), patience).orElseThrow(() -> new CannotStart("Cannot start " + engine + " in " + folder
          + ": another server uses this folder. Stop it, or use another folder."));
    } catch (IOException e) {
      throw new CannotStart("Cannot start " + engine + ": " + file(folder) + " cannot be locked: " + e, e);
    }
  }

  /** The lock; empty when another holds it, in this process or in another one, for longer than we wait. */
  public static Optional<ProcessLock> take(Path file, Duration patience) throws IOException {
    ProcessLock[] lock = new ProcessLock[1];
    try {
      return Patience.until(patience, () -> (lock[0] = tried(file)) != null) ? Optional.of(lock[0]) : Optional.empty();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Whether somebody holds it now. */
  public static boolean isHeld(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    try (ProcessLock probe = tried(file)) {
      return probe == null;
    }
  }

  /** Leaves words in the file, which whoever does not get the lock can read. */
  public void write(String words) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), 0);
  }

  /** The lock, or null when another holds it. */
  private static ProcessLock tried(Path path) {
    Path file = path.toAbsolutePath().normalize();
    if (!HELD.add(file)) {
      return null;
    }
    try {
      ProcessLock lock = new ProcessLock(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
      if (lock.channel.tryLock() != null) {
        return lock;
      }
      lock.close();
      return null;
    } catch (IOException e) {
      HELD.remove(file);
      throw new UncheckedIOException("Cannot lock " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (!channel.isOpen()) {
      return; // by now another may hold it
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot let go of " + file + ": " + e, e);
    } finally {
      HELD.remove(file);
    }
  }
}
