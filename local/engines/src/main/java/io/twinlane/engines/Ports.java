package io.twinlane.engines;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The loopback ports that engines listen on, checked before a start so that the message can name the setting. */
public final class Ports {
  /** Where every embedded engine listens: no other machine can reach it. */
  public static final String HOST = "127.0.0.1";

  /** Below the ports that the system gives to outgoing connections: one of those could take a port between our look and the engine's. */
  private static final int FIRST_FREE = 20_000;
  private static final int LAST_FREE = 32_000;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {
  }

  /**
   * The wished port when it is free, or any free port for 0.
   *
   * @param engine the name a person knows, such as {@code ClickHouse}
   * @param key the setting that changes the port, such as {@code clickhouse.port}
   */
  public static int claim(String engine, int wished, String key) {
    if (wished < 0 || wished > 65535) {
      throw new CannotStart("Cannot start " + engine + ": " + wished + " is not a port. " + remedy(key));
    }
    if (wished == 0) {
      return anyFree(engine, key);
    }
    try (ServerSocket socket = bind(wished)) {
      return socket.getLocalPort();
    } catch (BindException e) {
      throw new CannotStart("Cannot start " + engine + ": port " + wished + " is " + refusal(e) + ". " + remedy(key));
    } catch (IOException e) {
      throw new CannotStart("Cannot start " + engine + ": port " + wished + " cannot be opened: " + e.getMessage() + ". " + remedy(key));
    }
  }

  /** Any port that is free now. */
  public static int free() {
    return claim("a server", 0, "the port");
  }

  /** The message for a port that another server got hold of after the check. */
  static CannotStart taken(String engine, int port, String key) {
    return new CannotStart("Cannot start " + engine + ": port " + port + " is taken. " + remedy(key));
  }

  /** A port that nobody listens on and that this process has not given before. */
  private static int anyFree(String engine, String key) {
    int ports = LAST_FREE - FIRST_FREE;
    int start = ThreadLocalRandom.current().nextInt(ports);
    for (int i = 0; i < ports; i++) {
      int port = FIRST_FREE + (start + i) % ports;
      if (free(port) && GIVEN.add(port)) {
        return port;
      }
    }
    throw new CannotStart("Cannot start " + engine + ": no port from " + FIRST_FREE + " to " + LAST_FREE + " is free. " + remedy(key));
  }

  private static boolean free(int port) {
    try (ServerSocket socket = bind(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port), 1);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static String refusal(BindException e) {
    return String.valueOf(e.getMessage()).contains("ermission denied") ? "only for root" : "taken";
  }

  private static String remedy(String key) {
    return "Set " + key + " to a free port (or 0 for any).";
  }
}
