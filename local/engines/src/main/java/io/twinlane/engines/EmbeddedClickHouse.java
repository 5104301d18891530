package io.twinlane.engines;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A real ClickHouse server in a child process: its own HTTP interface ({@code /play} too), native protocol and storage, kept in a
 * folder. Users {@code default} (all rights) and {@code analyst} (reads only), without passwords, from this machine only.
 */
public final class EmbeddedClickHouse implements AutoCloseable {
  /** The settings that a message names when a port is taken. */
  public static final String PORT_KEY = "clickhouse.port";
  public static final String TCP_PORT_KEY = "clickhouse.tcp-port";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Child child;
  private final ClickHouseHttp http;
  private final int httpPort;
  private final int tcpPort;

  private EmbeddedClickHouse(Child child, int httpPort, int tcpPort) {
    this.child = child;
    this.httpPort = httpPort;
    this.tcpPort = tcpPort;
    this.http = new ClickHouseHttp(httpUrl());
  }

  /** Starts on 127.0.0.1; 0 is any free port. */
  public static EmbeddedClickHouse start(Path dir, int httpPort, int tcpPort) {
    return start(dir, httpPort, tcpPort, line -> { });
  }

  /** Starts on 127.0.0.1, telling of a fetch of the engine (once a machine) as it goes. */
  public static EmbeddedClickHouse start(Path dir, int httpPort, int tcpPort, Consumer<String> progress) {
    int http = Ports.claim("ClickHouse", httpPort, PORT_KEY);
    int tcp = Ports.claim("ClickHouse", tcpPort, TCP_PORT_KEY);
    Path library = ChdbLibrary.locate(progress);
    Path folder = Folders.create("ClickHouse", dir);
    String instance = UUID.randomUUID().toString();
    prepare(folder, instance, http, tcp);
    Child child = Child.start("ClickHouse", command(library, folder), folder.resolve("engine.out"));
    try {
      EmbeddedClickHouse server = new EmbeddedClickHouse(child, http, tcp);
      server.awaitReady(instance);
      return server;
    } catch (RuntimeException e) {
      child.close();
      throw e;
    }
  }

  /** The address for clients, and with {@code /play} for a browser. */
  public String httpUrl() {
    return "http://" + Ports.HOST + ":" + httpPort;
  }

  public int httpPort() {
    return httpPort;
  }

  public int tcpPort() {
    return tcpPort;
  }

  public long pid() {
    return child.pid();
  }

  /** Whether the server answers now. */
  public boolean ping() {
    return child.alive() && http.ping();
  }

  @Override
  public void close() {
    child.close();
  }

  private void awaitReady(String instance) {
    boolean answered = Patience.until(PATIENCE, () -> !child.alive() || http.ping());
    if (!answered || !child.alive()) {
      throw new CannotStart("Cannot start ClickHouse: " + child.obituary());
    }
    if (!instance.equals(http.query("SELECT getMacro('twinlane_instance')"))) {
      throw Ports.taken("ClickHouse", httpPort, PORT_KEY);
    }
  }

  private static void prepare(Path folder, String instance, int httpPort, int tcpPort) {
    String config = Folders.shipped("clickhouse-config.xml")
        .replace("@dir@", folder.toString().replace("&", "&amp;").replace("<", "&lt;"))
        .replace("@instance@", instance)
        .replace("@http_port@", String.valueOf(httpPort))
        .replace("@tcp_port@", String.valueOf(tcpPort));
    try {
      Files.writeString(folder.resolve("config.xml"), config);
      Files.writeString(folder.resolve("users.xml"), Folders.shipped("clickhouse-users.xml"));
      Folders.delete(folder.resolve("data/data/system")); // logs of an earlier run, which this one cannot attach
    } catch (IOException e) {
      throw new CannotStart("Cannot start ClickHouse: its folder " + folder + " cannot be written: " + e, e);
    }
  }

  private static ProcessBuilder command(Path library, Path folder) {
    ProcessBuilder command = new ProcessBuilder(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-cp", home(ChdbServer.class) + System.getProperty("path.separator") + home(com.sun.jna.Native.class),
        ChdbServer.class.getName(), library.toString(),
        "--config-file", folder.resolve("config.xml").toString(), "--path", folder.resolve("data").toString(),
        "--log-level", "warning", "--interactive", "--disable_suggestion", "--history_file", "/dev/null",
        "--query", "SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP"));
    command.environment().put("TERM", "dumb");
    command.environment().put("TZ", "UTC");
    return command.directory(folder.toFile());
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot find the class path entry of " + type, e);
    }
  }
}
