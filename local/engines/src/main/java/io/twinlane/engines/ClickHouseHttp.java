package io.twinlane.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The little of ClickHouse's HTTP interface that tells whether a server is up and which one it is. */
final class ClickHouseHttp {
  private static final int TIMEOUT_MS = 2000;

  private final String url;

  ClickHouseHttp(String url) {
    this.url = url;
  }

  boolean ping() {
    try {
      return send("/ping", null).startsWith("Ok.");
    } catch (IOException e) {
      return false;
    }
  }

  /** The result of a query as text, or null when none came. */
  String query(String sql) {
    try {
      return send("/", sql).strip();
    } catch (IOException e) {
      return null;
    }
  }

  private String send(String path, String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url + path).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MS);
    connection.setReadTimeout(TIMEOUT_MS);
    connection.setRequestProperty("Connection", "close"); // a server waits 3 s for idle connections when it stops
    if (body != null) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      connection.disconnect();
    }
  }
}
