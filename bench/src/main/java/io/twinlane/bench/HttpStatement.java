package io.twinlane.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** One statement over ClickHouse's HTTP interface, with nothing of ours in between. */
final class HttpStatement {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private HttpStatement() {}

  static byte[] send(String url, String query, byte[] body) throws IOException, InterruptedException {
    String address = url + "/?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    HttpResponse<byte[]> answer = HTTP.send(
        HttpRequest.newBuilder(URI.create(address)).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("Cannot run " + query + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return answer.body();
  }
}
