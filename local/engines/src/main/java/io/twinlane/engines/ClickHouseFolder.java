package io.twinlane.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The folder of one ClickHouse server: its configuration, its data, and the lock that its process holds while it lives.
 *
 * @param log the file that it logs to
 * @param outside whether its users reach the machine's files and other servers
 */
record ClickHouseFolder(Path root, Path log, boolean outside) {
  private static final Duration LAST_BREATH = Duration.ofSeconds(5); // of a server whose parent has just been killed

  static ClickHouseFolder create(Path dir, Path log, boolean outside) {
    Path root = Folders.create("ClickHouse", dir);
    Folders.create("ClickHouse", log.toAbsolutePath().getParent());
    return new ClickHouseFolder(root, log.toAbsolutePath(), outside);
  }

  static ClickHouseFolder create(Path dir) {
    return create(dir, dir.resolve("clickhouse.log"), false);
  }

  /** Everything that the server writes to lies below these. */
  List<Path> written() {
    return List.of(root, log.getParent());
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
    return ProcessLock.file(root);
  }

  /** Returns once no server uses the folder: the server itself holds the lock, as it may outlive its parent by a moment. */
  void awaitUnused() {
    ProcessLock.take("ClickHouse", root, LAST_BREATH).close();
  }

  /** Writes the configuration for one run. */
  void prepare(String instance, int httpPort, int tcpPort) {
    String text = Folders.shipped("clickhouse-config.xml")
        .replace("@log@", log.toString().replace("&", "&amp;").replace("<", "&lt;"))
        .replace("@instance@", instance)
        .replace("@http_port@", String.valueOf(httpPort))
        .replace("@tcp_port@", String.valueOf(tcpPort));
    try {
      Files.writeString(config(), text);
      Files.writeString(root.resolve("users.xml"), ClickHouseRights.users(outside));
      Folders.delete(tables().resolve("data/system")); // logs of an earlier run, which this one cannot attach
    } catch (IOException e) {
      throw new CannotStart("Cannot start ClickHouse: its folder " + root + " cannot be written: " + e, e);
    }
  }
}
