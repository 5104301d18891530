package io.twinlane.engines;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real ClickHouse server in a child process: its own HTTP interface ({@code /play} too), native protocol and storage, kept in a
 * folder. Users {@code default} (all rights over tables) and {@code analyst} (reads only), without passwords, from this machine only. Unless
 * opened, neither reaches a file or a server outside through it: rights, settings and the kernel keep it in.
 */
public final class EmbeddedClickHouse implements AutoCloseable {
  /** The setting that a message names when the HTTP port is taken. */
  public static final String PORT_KEY = "clickhouse.port";
  /** The setting that a message names when the native protocol's port is taken. */
  public static final String TCP_PORT_KEY = "clickhouse.tcp-port";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedClickHouse.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  /** The server reads its own environment for whoever asks: what else is in ours, a password maybe, is not its business. */
  private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH");

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

  /** Starts on 127.0.0.1, closed to the outside; 0 is any free port. */
  public static EmbeddedClickHouse start(Path dir, int httpPort, int tcpPort) {
    return start(ClickHouseSettings.in(dir, httpPort, tcpPort), line -> { });
  }

  /** Starts on 127.0.0.1, telling of a fetch of the engine (once a machine) as it goes. */
  public static EmbeddedClickHouse start(ClickHouseSettings settings, Consumer<String> progress) {
    ClickHouseFolder folder = ClickHouseFolder.create(settings.folder(), settings.log(), settings.outsideAccess());
    folder.awaitUnused();
    int http = Ports.claim("ClickHouse", settings.httpPort(), PORT_KEY);
    int tcp = Ports.claim("ClickHouse", settings.tcpPort(), TCP_PORT_KEY);
    return launch(ChdbLibrary.locate(progress), folder, http, tcp);
  }

  static EmbeddedClickHouse launch(Path library, ClickHouseFolder folder, int http, int tcp) {
    String instance = UUID.randomUUID().toString();
    folder.prepare(instance, http, tcp);
    Child child;
    try {
      child = Child.start(command(library, folder, new ClickHouseFence(folder.written(), List.of(http, tcp))), folder.output());
    } catch (IOException e) {
      throw new CannotStart("Cannot start ClickHouse: " + e.getMessage(), e);
    }
    try {
      EmbeddedClickHouse server = new EmbeddedClickHouse(child, http, tcp);
      server.awaitReady(instance);
      if (child.output().contains(ClickHouseFence.NONE)) {
        LOG.warn(ClickHouseFence.NONE);
      }
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

  private static ProcessBuilder command(Path library, ClickHouseFolder folder, ClickHouseFence fence) {
    List<String> line = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    if (!folder.outside()) {
      line.addAll(fence.options());
    }
    line.addAll(List.of(
        "-cp", home(ChdbServer.class) + System.getProperty("path.separator") + home(com.sun.jna.Native.class),
        ChdbServer.class.getName(), library.toString(), folder.lockFile().toString(),
        "--config-file", folder.config().toString(), "--path", folder.tables().toString(),
        "--log-level", "warning", "--interactive", "--disable_suggestion",
        "--history_file", folder.history().toString(),
        "--query", "SYSTEM START LISTEN TCP; SYSTEM START LISTEN HTTP"));
    ProcessBuilder command = new ProcessBuilder(line);
    command.environment().keySet().retainAll(ENVIRONMENT);
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
