package io.twinlane.jobs.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Short questions to servers over HTTP, with short patience. */
public final class Http {
  private static final int CONNECT_MS = 1000;
  private static final int READ_MS = 5000;
  private static final int OK = 200;
  private static final int LONGEST = 300;

  private Http() {
  }

  /** The answer's text; anything but 200 is an {@link IOException} that tells what the server said. */
  public static String get(String url, Map<String, String> headers) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MS);
    connection.setReadTimeout(READ_MS);
    headers.forEach(connection::setRequestProperty);
    try {
      if (connection.getResponseCode() != OK) {
        throw new IOException("HTTP " + connection.getResponseCode() + " " + firstLine(connection.getErrorStream()));
      }
      return text(connection.getInputStream());
    } finally {
      connection.disconnect();
    }
  }

  /** The same without headers. */
  public static String get(String url) throws IOException {
    return get(url, Map.of());
  }

  private static String firstLine(InputStream answer) throws IOException {
    String line = answer == null ? "" : text(answer).lines().findFirst().orElse("");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "..."; // Flink puts a whole stack trace there
  }

  private static String text(InputStream answer) throws IOException {
    try (answer) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
