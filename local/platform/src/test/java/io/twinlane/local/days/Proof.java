package io.twinlane.local.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.silver.SilverCounts;
import io.twinlane.local.days.Message.Sent;
import io.twinlane.proof.conservation.LiveTally;
import io.twinlane.proof.conservation.SourceCount;
import io.twinlane.proof.parity.LaneParity;
import io.twinlane.proof.parity.ParityResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/** What must hold at the end of a day, over all days so far. */
final class Proof {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int SHOWN = 3;

  private final Kept kept;
  private final Results results;
  private final Variation variation;
  private final BatchLane batch;

  Proof(Kept kept, Results results, Variation variation) {
    this.kept = kept;
    this.results = results;
    this.variation = variation;
    this.batch = new BatchLane(kept);
  }

  void of(int day, Catalog catalog, List<Sent> sent) throws Exception {
    Expected expected = Expected.of(sent, variation.rules(day));
    streaming(day, catalog, expected);
    batch(day, catalog, sent, expected);
    lanes(day, catalog, expected);
  }

  private void streaming(int day, Catalog catalog, Expected expected) {
    for (Category category : Kept.categories(catalog)) {
      Awaitility.await(category.name() + " in ClickHouse on day " + day).atMost(PATIENCE).pollInterval(LOOK_EVERY).untilAsserted(() ->
          same(category.name(), current(day, kept.inClickHouse(catalog, category), expected.rows.get(category.name())),
          expected.rows.get(category.name())));
    }
    Awaitility.await("unqualified rows in ClickHouse on day " + day).atMost(PATIENCE).pollInterval(LOOK_EVERY).untilAsserted(() ->
        same("unqualified", current(day, kept.unqualifiedInClickHouse(), expected.unqualified), expected.unqualified));
    Awaitility.await("Redis on day " + day).atMost(PATIENCE).pollInterval(LOOK_EVERY).untilAsserted(() -> {
      same("books", results.of("book_imbalance"), expected.books.hashes());
      same("bars", bars(day, results.of("bars_1m")), bars(day, expected.bars.hashes()));
    });
    results.assertNeverOlder(day);
  }

  /** Without what only an older mapping gave: nothing takes that away. */
  private Map<String, String> current(int day, Map<String, String> there, Map<String, String> expected) {
    String replaced = variation.replaced(day);
    Map<String, String> current = new TreeMap<>(there);
    current.entrySet().removeIf(row -> !expected.containsKey(row.getKey()) && row.getValue().contains(replaced));
    return current;
  }

  /** A trade that two versions of a mapping read is counted twice: that is left to the products that one version reads. */
  private Map<String, ?> bars(int day, Map<String, ?> all) {
    Map<String, Object> chosen = new TreeMap<>(all);
    chosen.keySet().removeIf(key -> variation.changed(day) && !key.matches(".*:[A-Z]+-[A-Z]+:.*"));
    return chosen;
  }

  /** Shows the first that differ: both together may be megabytes. */
  private static void same(String what, Map<String, ?> there, Map<String, ?> expected) {
    Set<String> keys = new TreeSet<>(there.keySet());
    keys.addAll(expected.keySet());
    List<String> differences = keys.stream().filter(key -> !Objects.equals(there.get(key), expected.get(key)))
        .map(key -> key + "\n  is " + there.get(key) + "\n  should be " + expected.get(key)).toList();
    assertThat(differences.stream().limit(SHOWN)).as(what + ": " + differences.size() + " of " + keys.size() + " differ").isEmpty();
  }

  private void batch(int day, Catalog catalog, List<Sent> sent, Expected expected) throws Exception {
    Map<String, Long> messages = batch.bronze(catalog);
    Map<String, SilverCounts.OfSource> counts = batch.silver(catalog);
    for (Source source : catalog.sources(Source.Lane.LIVE)) {
      long all = sent.stream().filter(one -> one.message().source().equals(source.name())).count();
      assertThat(messages).as("messages in bronze on day " + day).containsEntry(source.name(), all);
      assertThat(counts.get(source.name()).accounted()).as(source.name() + " in silver on day " + day).isEqualTo(all);
    }
    for (Category category : Kept.categories(catalog)) {
      same(category.name() + " in silver on day " + day, kept.inSilver(catalog, category), expected.rows.get(category.name()));
    }
    same("unqualified rows in silver on day " + day, kept.unqualifiedInSilver(catalog), expected.unqualified);
  }

  private void lanes(int day, Catalog catalog, Expected expected) throws Exception {
    List<Source> sources = catalog.sources(Source.Lane.LIVE);
    try (LiveTally tally = new LiveTally(kept.connections.kafka(), catalog, sources)) {
      tally.catchUp();
      Map<String, SourceCount> counts = tally.counts();
      assertThat(counts.values()).as("conservation on day " + day).allSatisfy(count -> assertThat(count.conserved()).as(count.toString()).isTrue());
      LaneParity parity = new LaneParity(catalog, kept.connections.clickhouse(), kept.connections.lake());
      for (Category category : Kept.categories(catalog)) {
        ParityResult result = parity.compare(category);
        assertThat(result.holds()).as(result.toString()).isTrue();
        assertThat(result.compared()).as(category.name() + " compared on day " + day).isEqualTo(expected.rows.get(category.name()).size());
      }
      ParityResult unqualified = parity.compareStoredUnqualified();
      assertThat(unqualified.holds()).as(unqualified.toString()).isTrue();
    }
  }
}
