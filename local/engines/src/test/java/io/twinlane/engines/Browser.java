package io.twinlane.engines;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a person's browser would get. */
final class Browser {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Browser() {
  }

  static HttpResponse<String> get(String address) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address)).build());
  }

  static HttpResponse<String> send(HttpRequest request) throws Exception {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
