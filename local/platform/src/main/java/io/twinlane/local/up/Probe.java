package io.twinlane.local.up;

import io.twinlane.jobs.cluster.Http;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether servers answer, asked from outside: the same for ours and for those of others. */
final class Probe {
  private static final int PATIENCE_MS = 1000;
  private static final int REDIS_PORT = 6379;
  private static final Pattern REDIS_VERSION = Pattern.compile("redis_version:(\\S+)");

  private Probe() {
  }

  /** Whether one of the bootstrap servers accepts connections. */
  static boolean kafka(String bootstrapServers) {
    for (String server : bootstrapServers.split(",")) {
      int colon = server.lastIndexOf(':');
      if (accepts(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)))) {
        return true;
      }
    }
    return false;
  }

  static boolean clickhouse(String url) {
    return answers(url + "/ping");
  }

  static boolean flink(String url) {
    return answers(url + "/overview");
  }

  static boolean redis(String url) {
    URI uri = URI.create(url);
    return accepts(uri.getHost(), uri.getPort() < 0 ? REDIS_PORT : uri.getPort());
  }

  /** What a Redis without a password says its version is, or empty. */
  static String redisVersion(String url) {
    URI uri = URI.create(url);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort() < 0 ? REDIS_PORT : uri.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write("INFO server\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
      Matcher version = REDIS_VERSION.matcher(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      return version.find() ? version.group(1) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean accepts(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean answers(String url) {
    try {
      Http.get(url);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
