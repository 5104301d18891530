package io.twinlane.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    return FolderLock.file(root);
  }

  /** Returns once no server uses the folder: the server itself holds the lock, as it may outlive its parent by a moment. */
  void awaitUnused() {
    FolderLock.take("ClickHouse", root, LAST_BREATH).close();
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
      throw new CannotStart("Cannot start ClickHouse: its folder " + root + " cannot be written: " + e, e);
    }
  }
}
