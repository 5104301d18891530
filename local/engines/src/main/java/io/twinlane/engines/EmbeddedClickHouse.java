package io.twinlane.engines;

import java.io.IOException;
import java.net.URISyntaxException;
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
  /** The setting that a message names when the HTTP port is taken. */
  public static final String PORT_KEY = "clickhouse.port";
  /** The setting that a message names when the native protocol's port is taken. */
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
    ClickHouseFolder folder = ClickHouseFolder.create(dir);
    folder.awaitUnused();
    int http = Ports.claim("ClickHouse", httpPort, PORT_KEY);
    int tcp = Ports.claim("ClickHouse", tcpPort, TCP_PORT_KEY);
    return launch(ChdbLibrary.locate(progress), folder, http, tcp);
  }

  static EmbeddedClickHouse launch(Path library, ClickHouseFolder folder, int http, int tcp) {
    String instance = UUID.randomUUID().toString();
    folder.prepare(instance, http, tcp);
    Child child;
    try {
      child = Child.start(command(library, folder), folder.output());
    } catch (IOException e) {
      throw new CannotStart("Cannot start ClickHouse: " + e.getMessage(), e);
    }
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
    Patience.until(PATIENCE, () -> !child.alive() || lost(httpPort) || lost(tcpPort) || isUp(instance));
    if (lost(httpPort)) {
      throw Ports.taken("ClickHouse", httpPort, PORT_KEY);
    }
    if (lost(tcpPort)) {
      throw Ports.taken("ClickHouse", tcpPort, TCP_PORT_KEY);
    }
    if (!child.alive() || !isUp(instance)) {
      throw new CannotStart("Cannot start ClickHouse: " + child.obituary());
    }
  }

  /** Whether the engine found the port taken: it says so and stays, without that port. */
  private boolean lost(int port) {
    return child.output().contains("Listen [" + Ports.HOST + "]:" + port + " failed");
  }

  /** Whether the server that answers is the one that we started. */
  private boolean isUp(String instance) {
    return http.ping() && instance.equals(http.query("SELECT getMacro('twinlane_instance')"));
  }

  private static ProcessBuilder command(Path library, ClickHouseFolder folder) {
    ProcessBuilder command = new ProcessBuilder(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-cp", home(ChdbServer.class) + System.getProperty("path.separator") + home(com.sun.jna.Native.class),
        ChdbServer.class.getName(), library.toString(), folder.lockFile().toString(),
        "--config-file", folder.config().toString(), "--path", folder.tables().toString(),
        "--log-level", "warning", "--interactive", "--disable_suggestion",
        "--history_file", folder.history().toString(),
        "--query", "SYSTEM START LISTEN TCP; SYSTEM START LISTEN HTTP"));
    command.environment().put("TERM", "dumb");
    command.environment().put("TZ", "UTC");
    return command.directory(folder.root().toFile());
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot find the class path entry of " + type, e);
    }
  }
}
