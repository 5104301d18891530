package io.twinlane.local.demo;

import io.twinlane.catalog.Amount;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.BatchJobs;
import io.twinlane.jobs.Connections;
import io.twinlane.jobs.JobConfig;
import io.twinlane.jobs.JobRun;
import io.twinlane.jobs.silver.SilverCounts;
import io.twinlane.lake.LandedFiles;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.LocalPlatform;
import io.twinlane.normalize.MappingUse;
import io.twinlane.proof.conservation.SourceCount;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lands the slow sources' files, runs bronze and silver over what the lake holds, and brings the files' rows into ClickHouse. */
final class BatchLane {
  private final Connections connections;
  private final Material material;
  private final Progress progress;
  private final BatchJobs jobs;
  private final Map<String, MappingUse> uses = new TreeMap<>();

  BatchLane(LocalPlatform platform, Connections connections, Material material, Progress progress) {
    this.connections = connections;
    this.material = material;
    this.progress = progress;
    this.jobs = new BatchJobs(platform::environment, material.catalog(), connections, JobConfig.from(platform.config().copy(), material.catalog()));
  }

  /** What became of each source's messages in the batch lane. */
  Map<String, SourceCount> run() throws Exception {
    land();
    Map<String, Long> records = bronze();
    Map<String, SilverCounts.OfSource> counts = silver();
    counts.forEach((source, count) -> uses.put(source, count.use()));
    ingestFiles();
    Map<String, SourceCount> result = new TreeMap<>();
    records.forEach((source, raw) -> result.put(source, count(source, raw, counts.get(source))));
    return result;
  }

  /** How each source's mapping was used; known when the lane has run. */
  Map<String, MappingUse> uses() {
    return uses;
  }

  private void land() {
    if (material.files().isEmpty()) {
      return;
    }
    Instant now = Instant.now();
    try (Progress.Step step = progress.begin("Landing files")) {
      int landed = 0;
      int before = 0;
      for (Map.Entry<Source, List<Path>> entry : material.files().entrySet()) {
        for (Path file : entry.getValue()) {
          boolean same = LandedFiles.land(connections.lake(), entry.getKey(), file, now).before();
          landed += same ? 0 : 1;
          before += same ? 1 : 0;
        }
      }
      step.done(Amount.of(landed, "file") + " landed" + (before == 0 ? "" : ", " + before + " with content that was landed already"));
    }
  }

  private Map<String, Long> bronze() throws Exception {
    Map<String, Long> records = new TreeMap<>();
    try (Progress.Step step = progress.begin("Bronze")) {
      for (JobRun<Source, Long> run : jobs.bronze(material.sources(), step::at)) {
        records.put(run.of().name(), run.orThrow());
      }
      long sum = records.values().stream().mapToLong(Long::longValue).sum();
      step.done("bronze: " + Amount.of(sum, "record") + " of " + Amount.of(records.size(), "source"));
    }
    return records;
  }

  private Map<String, SilverCounts.OfSource> silver() throws Exception {
    try (Progress.Step step = progress.begin("Silver")) {
      Map<String, SilverCounts.OfSource> counts = new TreeMap<>();
      for (JobRun<Category, SilverCounts> run : jobs.silver(categories(), step::at)) {
        run.orThrow().bySource().forEach((source, count) -> counts.merge(source, count, SilverCounts.OfSource::plus));
      }
      step.done("silver: " + names(categories()));
      return counts;
    }
  }

  private void ingestFiles() throws Exception {
    if (material.files().isEmpty()) {
      return;
    }
    try (Progress.Step step = progress.begin("Bringing the files' rows into ClickHouse")) {
      List<Category> ingested = new ArrayList<>();
      for (JobRun<Category, Map<String, Long>> run : jobs.ingestFiles(categories(), step::at)) {
        run.orThrow();
        ingested.add(run.of());
      }
      step.done("files' rows in ClickHouse: " + names(ingested));
    }
  }

  private List<Category> categories() {
    return material.catalog().categories().stream()
        .filter(category -> material.sources().stream().anyMatch(source -> source.categories().contains(category.name()))).toList();
  }

  private static String names(List<Category> categories) {
    return String.join(", ", categories.stream().map(Category::name).toList());
  }

  private static SourceCount count(String source, long raw, SilverCounts.OfSource silver) {
    return SourceCount.ofBatch(source, raw, new SourceCount(
        silver.messages(), silver.withRows(), silver.unqualified(), silver.dropped(), silver.unqualifiedByReason(), List.of()));
  }
}
