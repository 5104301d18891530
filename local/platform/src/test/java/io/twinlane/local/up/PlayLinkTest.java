package io.twinlane.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseSchema;
import io.twinlane.engines.EmbeddedClickHouse;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayLinkTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  @TempDir Path folder;

  @Test
  void every_link_holds_a_query_that_runs_on_what_the_catalog_derives() throws Exception {
    try (EmbeddedClickHouse server = EmbeddedClickHouse.start(folder, 0, 0)) {
      ClickHouseConfig config = ClickHouseConfig.at(server.httpUrl(), CATALOG.platform().clickhouseDatabase());
      ClickHouseSchema.apply(config, ClickHouseTables.createStatements(CATALOG));

      for (PlayLink link : PlayLink.FIRST_LOOKS) {
        URI uri = URI.create(link.at(server.httpUrl()));
        String sql = new String(Base64.getDecoder().decode(uri.getFragment()), StandardCharsets.UTF_8);
        assertThat(sql).as(link.title()).isEqualTo(link.sql());
        assertThat(get(server, "/?" + uri.getQuery().replace("&run=1", "") + "&query=" + URLEncoder.encode(sql,
            StandardCharsets.UTF_8)).statusCode()).as(link.title()).isEqualTo(200);
      }
      assertThat(get(server, "/play").body()).as("the page that runs what is behind #")
          .contains("searchParams.has(\"run\")", "window.location.hash", "atob(");
    }
  }

  private static HttpResponse<String> get(EmbeddedClickHouse server, String path) throws Exception {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(server.httpUrl() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
