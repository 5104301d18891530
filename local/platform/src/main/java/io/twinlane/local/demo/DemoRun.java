package io.twinlane.local.demo;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.clickhouse.ClickHouseRowReader;
import io.twinlane.jobs.Connections;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.local.jobs.StartedJobs;
import io.twinlane.local.recordings.Player;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.ComputationsAtStart;
import io.twinlane.local.up.LocalPlatform;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.proof.conservation.LiveTally;
import io.twinlane.proof.conservation.SourceCount;
import io.twinlane.proof.parity.LaneParity;
import io.twinlane.proof.parity.ParityResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One run over some material: play, wait until the streaming lane is through, run the batch lane, compare. */
final class DemoRun {
  private final LocalPlatform platform;
  private final Connections connections;
  private final ComputationsAtStart computations;
  private final Material material;
  private final Progress progress;
  private final List<Source> live;
  private final List<SourceRowCounts> rows = new ArrayList<>();
  private final List<Summary.OfCategory> categories = new ArrayList<>();
  private final Checks checks = new Checks();
  private final StandOuts standOuts = new StandOuts();

  DemoRun(LocalPlatform platform, StartedJobs jobs, Material material, Progress progress) {
    this.platform = platform;
    this.connections = jobs.connections();
    this.computations = jobs.computations();
    this.material = material;
    this.progress = progress;
    this.live = material.catalog().sources(Source.Lane.LIVE);
  }

  DemoFindings run(Speed speed, MaxGap maxGap) throws Exception {
    if (!material.recordings().isEmpty()) {
      new Player(connections.kafka(), material.catalog().platform().maxRecordBytes()).play(material.recordings(), speed, maxGap, progress);
    }
    try (LiveTally tally = new LiveTally(connections.kafka(), material.catalog(), live)) {
      new StreamingLane(platform, new StartedJobs(connections, computations), material).awaitEnd(tally, progress);
      BatchLane lane = new BatchLane(platform, connections, material, progress);
      Map<String, SourceCount> batch = lane.run();
      compare(tally);
      LiveResults results = lookAround();
      Map<String, SourceCount> counts = tally.counts();
      checks.conservation(material.sources(), counts, batch);
      checks.undecodable(tally.undecodable());
      checks.computations(material.catalog().computations(), computations, new FlinkRest(platform.addresses().flink()).jobs());
      rows.sort(Comparator.comparing(SourceRowCounts::source).thenComparing(SourceRowCounts::category));
      return new DemoFindings(
          material.sources(), counts, batch, lane.uses(), rows, categories, results.computations(), standOuts, new Results(results.lines()),
          checks.list());
    }
  }

  private void compare(LiveTally tally) throws Exception {
    try (Progress.Step step = progress.begin("Comparing the lanes")) {
      LaneParity comparison = new LaneParity(material.catalog(), connections.clickhouse(), connections.lake());
      for (Category category : material.catalog().categories()) {
        step.at(category.name());
        compare(tally, comparison, category);
      }
      step.at("unqualified rows");
      checks.parity("unqualified", comparison.compareUnqualified(tally.unqualified(), tally::accountable));
      checks.stored("unqualified", comparison.compareStoredUnqualified());
      comparison.readUnqualified(standOuts::add);
      step.done("lanes compared");
    }
  }

  private void compare(LiveTally tally, LaneParity comparison, Category category) throws Exception {
    List<Source> sources = material.sources().stream().filter(source -> source.categories().contains(category.name())).toList();
    if (sources.isEmpty()) {
      return;
    }
    ParityResult lanes = comparison.compare(category);
    ParityResult files = comparison.compareFiles(category);
    for (Source source : sources) {
      long silver = comparison.silverRows(category, source);
      rows.add(new SourceRowCounts(source.name(), category.name(), source.live(),
          source.live() ? tally.rows(category.name(), source.name()) : silver, comparison.clickhouseRows(category, source), silver,
          source.live() ? lanes.holds() : files.holds()));
    }
    categories.add(new Summary.OfCategory(
        category.name(), tally.rows(category.name()), stored(category, false), stored(category, true),
        sources.stream().mapToLong(source -> comparison.silverRows(category, source)).sum(),
        sources.stream().anyMatch(Source::live) ? "both" : "batch only", agreement(lanes), agreement(files)));
    checks.parity(category.name(), lanes);
    if (!files.empty()) {
      checks.stored(category.name(), files);
    }
  }

  private static Summary.Agreement agreement(ParityResult result) {
    return new Summary.Agreement(result.compared(), result.onlyLive(), result.onlySilver(), result.different(), result.older(),
        text(result.range().from()), text(result.range().to()), result.range().before(), result.holds());
  }

  private static String text(Instant time) {
    return time == null ? null : time.toString();
  }

  private long stored(Category category, boolean distinct) {
    try (ClickHouseRowReader<CategoryRow> table =
        ClickHouseRowReader.ofCategory(connections.clickhouse(), category, material.catalog().states())) {
      return distinct ? table.countDistinct() : table.count();
    }
  }

  private LiveResults lookAround() throws Exception {
    LiveResults results = new LiveResults(material.catalog());
    results.readClickHouse(connections.clickhouse());
    results.readRedis(connections.compute().redis().url());
    results.readSilver(connections.lake());
    return results;
  }
}
