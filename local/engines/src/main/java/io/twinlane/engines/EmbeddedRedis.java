package io.twinlane.engines;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real redis-server in a child process, in memory only: what it holds is gone when it ends. */
public final class EmbeddedRedis implements AutoCloseable {
  /** The setting that a message names when the port is taken. */
  public static final String PORT_KEY = "redis.port";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int TIMEOUT_MS = 1000;

  private final Child child;
  private final int port;

  private EmbeddedRedis(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  /** Starts on 127.0.0.1 with its log in its folder; 0 is any free port. */
  public static EmbeddedRedis start(Path dir, int port) {
    return start(dir, dir.resolve("redis.log"), port);
  }

  /** Starts on 127.0.0.1, what it prints goes to the log; 0 is any free port. */
  public static EmbeddedRedis start(Path dir, Path log, int port) {
    int claimed = Ports.claim("Redis", port, PORT_KEY);
    Path folder = Folders.create("Redis", dir);
    Folders.create("Redis", log.toAbsolutePath().getParent());
    Path binary = RedisBinary.locate(folder.resolve("bin"), System.getenv("PATH"));
    return launch(binary, folder, log, claimed);
  }

  static EmbeddedRedis launch(Path binary, Path folder, Path log, int claimed) {
    Child child;
    try {
      child = Child.leashed(command(binary, folder, claimed), folder, log);
    } catch (IOException e) {
      throw new CannotStart("Cannot start Redis: " + e.getMessage(), e);
    }
    try {
      EmbeddedRedis server = new EmbeddedRedis(child, claimed);
      server.awaitReady();
      return server;
    } catch (RuntimeException e) {
      child.close();
      throw e;
    }
  }

  public int port() {
    return port;
  }

  /** The address for clients. */
  public String url() {
    return "redis://" + Ports.HOST + ":" + port;
  }

  public long pid() {
    return child.pid();
  }

  /** Whether the server answers now. */
  public boolean ping() {
    return child.alive() && ask("PING").equals("+PONG\r\n");
  }

  @Override
  public void close() {
    child.close();
  }

  private void awaitReady() {
    if (!Patience.until(PATIENCE, () -> !child.alive() || ping()) || !child.alive()) {
      throw new CannotStart("Cannot start Redis: " + child.obituary());
    }
    if (!ask("INFO server").contains("process_id:" + child.pid() + "\r\n")) {
      throw Ports.taken("Redis", port, PORT_KEY);
    }
  }

  /** The answer to an inline command, or an empty text when none came. */
  private String ask(String command) {
    try (Socket socket = new Socket(Ports.HOST, port)) {
      socket.setSoTimeout(TIMEOUT_MS);
      socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.endsWith("+OK\r\n") ? answer.substring(0, answer.length() - 5) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static List<String> command(Path binary, Path folder, int port) {
    return List.of(binary.toString(), "--bind", Ports.HOST, "--port", String.valueOf(port), "--dir", folder.toString(),
        "--save", "", "--appendonly", "no", "--maxmemory", "256mb", "--daemonize", "no");
  }
}
