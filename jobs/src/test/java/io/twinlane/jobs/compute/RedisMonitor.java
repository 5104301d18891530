package io.twinlane.jobs.compute;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Redis' own account of every command, which no client can miss a value of: what it was given since, of one field of one key. */
final class RedisMonitor implements AutoCloseable {
  private final Socket socket;
  private final List<Long> values = new CopyOnWriteArrayList<>();

  RedisMonitor(String url, String key, String field) throws IOException {
    URI address = URI.create(url);
    Pattern written = Pattern.compile("\"EVALSHA\".*\"" + key + "\".*\"" + field + "\" \"(-?\\d+)\"");
    socket = new Socket(address.getHost(), address.getPort());
    socket.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.US_ASCII));
    BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    lines.readLine(); // from here on
    Thread reader = new Thread(() -> lines.lines().map(written::matcher).filter(Matcher::find).forEach(m -> values.add(Long.valueOf(m.group(1)))));
    reader.setDaemon(true);
    reader.setUncaughtExceptionHandler((thread, closed) -> { });
    reader.start();
  }

  List<Long> values() {
    return values;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
