package io.twinlane.local.demo;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.clickhouse.ClickHouseRows;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.lake.ArchiveCount;
import io.twinlane.local.conservation.SourceCount;
import io.twinlane.local.conservation.Waiting;
import io.twinlane.local.jobs.Connections;
import io.twinlane.local.parity.ParityResult;
import io.twinlane.local.recordings.Player;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.Platform;
import io.twinlane.normalize.CategoryRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** One run over some material: play, wait until the streaming lane is through, run the batch lane, compare. */
final class DemoRun {
  private static final Waiting WAITING = new Waiting(Duration.ofSeconds(30));

  private final Platform platform;
  private final Connections connections;
  private final Material material;
  private final Progress progress;
  private final List<Source> live;
  private final List<SourceRows> rows = new ArrayList<>();
  private final List<Summary.OfCategory> categories = new ArrayList<>();
  private final Checks checks = new Checks();

  DemoRun(Platform platform, Connections connections, Material material, Progress progress) {
    this.platform = platform;
    this.connections = connections;
    this.material = material;
    this.progress = progress;
    this.live = material.catalog().sources(Source.Lane.LIVE);
  }

  Findings run(Speed speed, MaxGap maxGap) throws Exception {
    new Player(connections.kafka(), material.catalog().platform().maxRecordBytes()).play(material.recordings(), speed, maxGap, progress);
    try (LiveTally tally = new LiveTally(connections.kafka(), material.catalog(), live)) {
      awaitStreamingLane(tally);
      Map<String, SourceCount> batch = new BatchLane(platform, connections, material, progress).run();
      compare(tally);
      LiveResults results = lookAround();
      Map<String, SourceCount> counts = tally.counts();
      checks.conservation(material.sources(), counts, batch);
      rows.sort(Comparator.comparing(SourceRows::source).thenComparing(SourceRows::category));
      return new Findings(
          material.sources(), counts, batch, rows, categories, results.computations(), new Results(results.lines()), checks.list());
    }
  }

  private void awaitStreamingLane(LiveTally tally) throws Exception {
    try (Progress.Step step = progress.begin("Waiting until the streaming lane is through")) {
      tally.catchUp();
      long raw = raw(tally);
      boolean through = WAITING.until(raw, () -> {
        tally.catchUp();
        step.at(String.format(Locale.ROOT, "%,d of %,d messages accounted for", accounted(tally), raw));
        return accounted(tally);
      });
      for (Category category : liveCategories()) {
        step.at("ClickHouse " + category.name());
        through &= awaitClickHouse(tally, category);
      }
      for (Source source : material.recordings().keySet()) {
        step.at("archive of " + source.name());
        long messages = tally.counts().get(source.name()).raw();
        through &= WAITING.until(messages, new ArchiveCount(connections.lake(), source)::messages);
      }
      step.done(through ? "streaming lane through" : "streaming lane stands still before its end; the checks tell what is missing");
    }
  }

  private boolean awaitClickHouse(LiveTally tally, Category category) throws Exception {
    try (ClickHouseRows<CategoryRow> table =
        ClickHouseRows.ofCategory(connections.clickhouse(), category, material.catalog().states())) {
      LongSupplier rowsThere = table::countDistinct;
      return WAITING.until(tally.rows(category.name()), rowsThere);
    }
  }

  private void compare(LiveTally tally) throws Exception {
    try (Progress.Step step = progress.begin("Comparing the lanes")) {
      Comparison comparison = new Comparison(material.catalog(), connections.clickhouse(), connections.lake());
      for (Category category : material.catalog().categories()) {
        step.at(category.name());
        compare(tally, comparison, category);
      }
      step.at("unqualified rows");
      checks.parity("unqualified", comparison.compareUnqualified(tally));
      step.done("lanes compared");
    }
  }

  private void compare(LiveTally tally, Comparison comparison, Category category) throws Exception {
    List<Source> sources = material.sources().stream().filter(source -> source.categories().contains(category.name())).toList();
    if (sources.isEmpty()) {
      return;
    }
    ParityResult parity = comparison.compare(category);
    boolean bothLanes = sources.stream().anyMatch(Source::live);
    for (Source source : sources) {
      rows.add(new SourceRows(source.name(), category.name(), source.live(), source.live() ? tally.rows(category.name(), source.name())
          : comparison.silverRows(category, source), comparison.clickhouseRows(category, source), comparison.silverRows(category, source),
          parity.holds()));
    }
    long silver = sources.stream().mapToLong(source -> comparison.silverRows(category, source)).sum();
    categories.add(new Summary.OfCategory(
        category.name(), tally.rows(category.name()), stored(category, false), stored(category, true), silver,
        bothLanes ? "both" : "batch only", new Summary.Agreement(
            parity.compared(), parity.onlyLive(), parity.onlySilver(), parity.different(), parity.holds())));
    checks.parity(category.name(), parity);
  }

  private long stored(Category category, boolean distinct) {
    try (ClickHouseRows<CategoryRow> table =
        ClickHouseRows.ofCategory(connections.clickhouse(), category, material.catalog().states())) {
      return distinct ? table.countDistinct() : table.count();
    }
  }

  private LiveResults lookAround() throws Exception {
    LiveResults results = new LiveResults(material.catalog());
    results.readClickHouse(connections.clickhouse());
    results.readRedis(connections.compute().redisUrl());
    results.readSilver(connections.lake());
    return results;
  }

  private List<Category> liveCategories() {
    return material.catalog().categories().stream()
        .filter(category -> material.recordings().keySet().stream().anyMatch(source -> source.categories().contains(category.name())))
        .toList();
  }

  private static long raw(LiveTally tally) {
    return tally.counts().values().stream().mapToLong(SourceCount::raw).sum();
  }

  private static long accounted(LiveTally tally) {
    return tally.counts().values().stream().mapToLong(SourceCount::accounted).sum();
  }
}
