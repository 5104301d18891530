package io.twinlane.engines;

import java.net.URI;
import java.net.http.HttpRequest;

/** A query as any HTTP client would send it: the answer's text, an error's too, whole even when it comes after the first rows. */
record ClickHouseQuery(EmbeddedClickHouse server, String user) {
  static ClickHouseQuery by(String user, EmbeddedClickHouse server) {
    return new ClickHouseQuery(server, user);
  }

  String run(String sql) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.httpUrl() + "/?wait_end_of_query=1&user=" + user))
        .POST(HttpRequest.BodyPublishers.ofString(sql)).build();
    return Browser.send(request).body().strip();
  }
}
