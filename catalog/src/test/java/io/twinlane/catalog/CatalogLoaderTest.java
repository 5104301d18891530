package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogLoaderTest {
  @TempDir Path root;
  private CatalogFolder folder;

  @BeforeEach
  void write() {
    folder = new CatalogFolder(root);
  }

  @Test
  void a_catalog_without_problems_loads_whole() {
    Catalog catalog = folder.load();

    assertThat(catalog.category("quote").field("price").dtype()).isEqualTo(Dtype.decimal(24, 12));
    assertThat(catalog.source("feed").columns().get(2).path()).as("path of a nested column").containsExactly("at", "time");
    assertThat(catalog.instruments().of("feed").get("1")).isEqualTo(new Instrument("feed", "1", "ONE", "1_usd", null));
    assertThat(catalog.computations()).singleElement().satisfies(computation -> {
      assertThat(computation.keyPrefix()).isEqualTo("desk:last_price:");
      assertThat(computation.ttl()).as("ttl, by default the platform's").isEqualTo(Duration.ofMinutes(60));
    });
  }

  @Test
  void a_topic_has_what_its_kind_has_but_for_what_it_has_of_its_own() throws IOException {
    String platform = Files.readString(folder.root().resolve("catalog/platform.yaml"));
    folder.with("catalog/platform.yaml", platform.replace("  topics:\n", "  topics:\n    raw.feed: {partitions: 6, retention: 7d}\n"
        + "    dropped.feed: {retention: 7d}\n    unqualified.feed: {retention: 30d}\n    category.quote: {replication: 1, min-insync-replicas: 1}\n"));

    TopicDeclarations topics = folder.load().platform().topics();
    assertThat(topics.of("raw.feed")).isEqualTo(new TopicSettings(6, Duration.ofDays(7), 3, 2));
    assertThat(topics.of("raw.other")).isEqualTo(new TopicSettings(2, Duration.ofDays(3), 3, 2));
    assertThat(topics.of("category.quote")).isEqualTo(new TopicSettings(2, Duration.ofDays(3), 1, 1));
    assertThat(topics.unqualifiedRetention()).as("of the table that is filled from all").isEqualTo(Duration.ofDays(30));
  }

  @Test
  void a_broken_file_hides_no_problem_of_another() {
    folder.with("catalog/categories/quote.yaml", "category: quote\nfields: [\n")
        .with("catalog/sources/feed/mapping.yaml", CatalogFolder.FEED.replace("lane: live", "lane: liev") + CatalogFolder.TICK)
        .with("catalog/teams/desk.yaml", "team: desk\n");

    assertThatThrownBy(folder::load).hasMessage("""
        Cannot load the catalog: 4 problems
          catalog/categories/quote.yaml:3: not YAML: expected the node content, but found '<stream end>'
          catalog/sources/feed/mapping.yaml:4: unknown lane liev; did you mean live? Known: files, live
          catalog/teams/desk.yaml:1: key description is missing
          catalog/teams/desk.yaml:1: key owner is missing""");
  }

  @Test
  void a_missing_an_empty_a_huge_and_a_garbled_file_are_told_as_such() throws Exception {
    folder.without("catalog/units.yaml").with("catalog/states.yaml", "# nothing yet\n")
        .with("catalog/platform.yaml", "#".repeat((1 << 20) + 1));
    Files.write(root.resolve("catalog/teams/desk.yaml"), "team: d\u00e9sk".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(folder.problems()).containsExactly(
        "catalog/platform.yaml: the file has 1048577 bytes: at most 1048576 are read",
        "catalog/states.yaml: the file is empty",
        "catalog/teams/desk.yaml: the file is not valid UTF-8",
        "catalog/units.yaml: the file is missing");
  }

  @Test
  void a_folder_without_a_catalog_is_one_sentence() {
    assertThatThrownBy(() -> CatalogLoader.load(root.resolve("sql")))
        .hasMessage("Cannot load the catalog: 1 problem\n  catalog: the folder is missing");
  }

  @Test
  void names_are_declared_once_and_where_their_file_says() {
    folder.with("catalog/categories/trade.yaml", CatalogFolder.QUOTE)
        .with("catalog/sources/other/mapping.yaml", "source: feed\nsame-as: feed\nversion: 1\ndescription: Twice\n")
        .with("catalog/teams/traders.yaml", "team: floor\ndescription: Floor\nowner: floor@example.com\n")
        .with("catalog/teams/floor.yml", "team: floor\n");

    assertThat(folder.problems()).containsExactly(
        "catalog/categories/trade.yaml:1: category quote is declared in catalog/categories/quote.yaml already",
        "catalog/sources/other/mapping.yaml:1: source feed is declared in catalog/sources/feed/mapping.yaml already",
        "catalog/teams/floor.yml: the file is not read: its name must end in .yaml",
        "catalog/teams/traders.yaml:1: team floor stands under the name traders: both must be the same");
  }

  @Test
  void aliases_that_multiply_are_refused() {
    StringBuilder text = new StringBuilder("- &a0 {name: A, meaning: b}\n");
    for (int i = 1; i < 60; i++) {
      text.append("- &a").append(i).append(" [*a").append(i - 1).append(", *a").append(i - 1).append("]\n");
    }
    folder.with("catalog/states.yaml", text.toString());

    assertThat(folder.problems())
        .containsExactly("catalog/states.yaml: not YAML: Number of aliases for non-scalar nodes exceeds the specified max=50");
  }

  @Test
  void outcomes_are_kept_as_long_as_the_messages_that_they_are_of() throws IOException {
    topics("dropped: {partitions: 2, retention: 3d", "dropped: {partitions: 2, retention: 71h");
    assertThat(folder.problems()).containsExactly("catalog/platform.yaml:9: retention 71h of dropped is shorter than 3d of raw: what became of a"
        + " message would be forgotten before the message, and conservation could not count it. Allowed: 3d or longer");

    topics("dropped: {partitions: 2, retention: 71h", "raw.feed: {retention: 15d}\n    dropped.feed: {retention: 15d}\n    dropped: {partitions: 2, retention: 4d");
    assertThat(folder.problems()).containsExactly("catalog/platform.yaml:9: retention 14d of unqualified is shorter than 15d of raw.feed: what became of"
        + " a message would be forgotten before the message, and conservation could not count it. Allowed: 15d or longer");

    topics("raw.feed: {retention: 15d}", "raw.feed: {retention: 14d}");
    topics("dropped.feed: {retention: 15d}", "dropped.feed: {retention: 1d}");
    assertThat(folder.problems()).containsExactly("catalog/platform.yaml:10: retention 1d of dropped.feed is shorter than 14d of raw.feed: what became of"
        + " a message would be forgotten before the message, and conservation could not count it. Allowed: 14d or longer");
  }

  private void topics(String from, String to) throws IOException {
    String platform = Files.readString(folder.root().resolve("catalog/platform.yaml"));
    assertThat(platform).contains(from);
    folder.with("catalog/platform.yaml", platform.replace(from, to));
  }

  @Test
  void platform_states_and_units_are_checked() {
    folder.with("catalog/platform.yaml", """
        lake: {bronze-namespace: Bronze, silver-namespace: silver}
        clickhouse: realtime
        kafka:
          max-message-bytes: 100
          topics:
            raw: {partitions: 0, retention: 3 days, replication: 3, min-insync-replicas: 2}
            category: {partitions: 2, retention: 0d, replication: 2, min-insync-replicas: 3}
            unqualified: {partitions: 2, retention: 3d, replication: 1}
            raw.feed: {partitions: 4, partition: 3}
            category.qoute: {replication: 1}
        normalize: {max-record-bytes: 101}
        redis: {default-ttl: }
        flink: {max-parallelism: 1}
        """).with("catalog/states.yaml", """
        - {name: MISSING, meaning: Nothing given}
        - {name: live, meaning: Given}
        - {name: MISSING, meaning: Again}
        """).with("catalog/units.yaml", "usd: US dollar\n");

    assertThat(folder.problems()).startsWith(
        "catalog/platform.yaml:1: bronze-namespace Bronze must be lower snake case, such as market_tick: "
            + "it becomes part of topic, table and key names",
        "catalog/platform.yaml:2: clickhouse must have keys (database), not be a text",
        "catalog/platform.yaml:6: key dropped is missing",
        "catalog/platform.yaml:6: partitions must be a whole number from 1 to 1000, not 0",
        "catalog/platform.yaml:6: retention 3 days is no duration: a whole number above 0 with ms, s, m, h or d, such as 60m",
        "catalog/platform.yaml:7: min-insync-replicas 3 is more than replication 2: nothing could ever be written",
        "catalog/platform.yaml:7: retention 0d is no duration: a whole number above 0 with ms, s, m, h or d, such as 60m",
        "catalog/platform.yaml:8: key min-insync-replicas is missing",
        "catalog/platform.yaml:9: unknown key partition; did you mean partitions? "
            + "Known: partitions, retention, replication, min-insync-replicas",
        "catalog/platform.yaml:10: min-insync-replicas 3 is more than replication 1: nothing could ever be written",
        "catalog/platform.yaml:10: unknown topic category.qoute; did you mean category.quote? Known: category, category.quote, dropped, "
            + "dropped.feed, raw, raw.feed, unqualified, unqualified.feed",
        "catalog/platform.yaml:11: key future-tolerance is missing",
        "catalog/platform.yaml:11: max-record-bytes 101 is more than max-message-bytes 100: such a record never arrives",
        "catalog/platform.yaml:12: default-ttl has no value",
        "catalog/platform.yaml:13: max-parallelism must be a whole number from 2 to 32768, not 1").contains(
        "catalog/states.yaml:1: states [CARRIED, DERIVED, UNRESOLVED] are missing: the normalize function gives them by itself",
        "catalog/states.yaml:2: state live must be upper snake case, such as PREVIOUS_CLOSE",
        "catalog/states.yaml:3: state MISSING stands here twice",
        "catalog/units.yaml:1: the file must be a list, not a group of keys");
  }

  @Test
  void computations_are_checked() {
    folder.with("sql/desk/last_price/computation.yaml", CatalogFolder.COMPUTATION
            .replace("keys: [symbol]", "keys: [simbol, price, price]").replace("[quote]", "[quotes]").replace("name: price", "name: Price"))
        .without("sql/desk/last_price/query.sql")
        .with("sql/desk/Bars/computation.yaml", CatalogFolder.COMPUTATION)
        .with("sql/desk/Bars/query.sql", " \n")
        .with("sql/nobody/bars/query.sql", "SELECT 1");

    assertThat(folder.problems()).containsExactly(
        "sql/desk/Bars: computation Bars must be lower snake case, such as vwap_1m: it becomes part of key names",
        "sql/desk/Bars/query.sql: the file is empty",
        "sql/desk/last_price/computation.yaml:2: key column price stands here twice",
        "sql/desk/last_price/computation.yaml:2: unknown key column price. Known: symbol",
        "sql/desk/last_price/computation.yaml:2: unknown key column simbol; did you mean symbol? Known: symbol",
        "sql/desk/last_price/computation.yaml:3: unknown category quotes; did you mean quote? Known: quote",
        "sql/desk/last_price/computation.yaml:6: name Price must be lower snake case, such as market_tick: "
            + "it becomes part of topic, table and key names",
        "sql/desk/last_price/query.sql: the file is missing",
        "sql/nobody: there is no team nobody: add catalog/teams/nobody.yaml. Known: [desk]");
  }
}
