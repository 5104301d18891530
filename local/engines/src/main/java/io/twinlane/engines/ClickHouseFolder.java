package io.twinlane.engines;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The folder of one ClickHouse server: its configuration, its data, and the lock that its process holds while it lives. */
record ClickHouseFolder(Path root) {
  private static final Duration LAST_BREATH = Duration.ofSeconds(5); // of a server whose parent has just been killed

  static ClickHouseFolder create(Path dir) {
    return new ClickHouseFolder(Folders.create("ClickHouse", dir));
  }

  Path config() {
    return root.resolve("config.xml");
  }

  Path tables() {
    return root.resolve("data");
  }

  Path output() {
    return root.resolve("engine.out");
  }

  /** Never /dev/null: the engine takes all others' rights from its history file, and as root it can. */
  Path history() {
    return root.resolve("history");
  }

  Path lockFile() {
    return root.resolve("engine.lock");
  }

  /** Returns once no server uses the folder. */
  void awaitUnused() {
    if (!Patience.until(LAST_BREATH, this::unused)) {
      throw new CannotStart("Cannot start ClickHouse in " + root + ": another server uses this folder. Stop it, or use another folder.");
    }
  }

  private boolean unused() {
    try (FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Writes the configuration for one run. */
  void prepare(String instance, int httpPort, int tcpPort) {
    String text = Folders.shipped("clickhouse-config.xml")
        .replace("@dir@", root.toString().replace("&", "&amp;").replace("<", "&lt;"))
        .replace("@instance@", instance)
        .replace("@http_port@", String.valueOf(httpPort))
        .replace("@tcp_port@", String.valueOf(tcpPort));
    try {
      Files.writeString(config(), text);
      Files.writeString(root.resolve("users.xml"), Folders.shipped("clickhouse-users.xml"));
      Folders.delete(tables().resolve("data/system")); // logs of an earlier run, which this one cannot attach
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private CannotStart unwritable(IOException e) {
    return new CannotStart("Cannot start ClickHouse: its folder " + root + " cannot be written: " + e, e);
  }
}
