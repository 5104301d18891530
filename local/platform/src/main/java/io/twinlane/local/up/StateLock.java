package io.twinlane.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The operating system's lock on a file: it ends with its process, however that ends. */
final class StateLock implements AutoCloseable {
  /** Longer than another process takes to ask whether the lock is held. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** What this process holds: POSIX would drop a lock of ours as soon as we open and close the file a second time. */
  private static final Set<Path> OURS = new HashSet<>();

  private final Path file;
  private final FileChannel channel;
  private final boolean afterKill;

  private StateLock(Path file, FileChannel channel, boolean afterKill) {
    this.file = file;
    this.channel = channel;
    this.afterKill = afterKill;
  }

  /**
   * The lock, or null when it is held, by another process or in this one.
   *
   * @param words what a holder writes while it holds the lock, and removes when it ends in order; removed here if a killed one left it
   */
  static StateLock take(Path file, Path words) throws IOException {
    synchronized (OURS) {
      if (OURS.contains(file)) {
        return null;
      }
      FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        return null;
      }
      OURS.add(file);
      return new StateLock(file, channel, Files.deleteIfExists(words));
    }
  }

  /** Whether somebody holds it now. */
  static boolean isHeld(Path file) {
    synchronized (OURS) {
      if (OURS.contains(file)) {
        return true;
      }
      if (!Files.exists(file)) {
        return false;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
        return lock == null;
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot look at the lock " + file, e);
      }
    }
  }

  /** Whether the one before us was killed. */
  boolean afterKill() {
    return afterKill;
  }

  @Override
  public void close() {
    synchronized (OURS) {
      OURS.remove(file);
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot release the lock " + file, e);
      }
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    for (long deadline = System.nanoTime() + PATIENCE.toNanos(); lock == null && System.nanoTime() < deadline; lock = channel.tryLock()) {
      Pause.briefly();
    }
    return lock != null;
  }
}
