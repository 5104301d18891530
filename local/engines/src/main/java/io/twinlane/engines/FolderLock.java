package io.twinlane.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second server out of a folder in use, where it would harm the first one's data. The lock dies with its process. */
final class FolderLock implements AutoCloseable {
  /** Closing any channel of a file lets go of the process's locks on it: what we hold ourselves must not be opened again. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static Path file(Path folder) {
    return folder.resolve("engine.lock");
  }

  /** Holds the folder until closed, waiting a moment for a server that is just ending. */
  static FolderLock take(String engine, Path folder, Duration patience) {
    Path file = file(folder);
    FolderLock[] lock = new FolderLock[1];
    if (!Patience.until(patience, () -> (lock[0] = tried(engine, file)) != null)) {
      throw new CannotStart("Cannot start " + engine + " in " + folder + ": another server uses this folder."
          + " Stop it, or use another folder.");
    }
    return lock[0];
  }

  /** The lock, or null when another holds it. */
  private static FolderLock tried(String engine, Path file) {
    if (!HELD.add(file)) {
      return null;
    }
    try {
      FolderLock lock = new FolderLock(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
      if (lock.channel.tryLock() != null) {
        return lock;
      }
      lock.close();
      return null;
    } catch (IOException e) {
      HELD.remove(file);
      throw new CannotStart("Cannot start " + engine + ": " + file + " cannot be locked: " + e, e);
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
      throw new IllegalStateException("Cannot let go of " + file + ": " + e, e);
    } finally {
      HELD.remove(file);
    }
  }
}
