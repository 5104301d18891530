package io.twinlane.local.demo;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.bronze.BronzeJob;
import io.twinlane.jobs.silver.SilverCounts;
import io.twinlane.jobs.silver.SilverJob;
import io.twinlane.lake.LandedFiles;
import io.twinlane.local.conservation.SourceCount;
import io.twinlane.local.jobs.BatchSettings;
import io.twinlane.local.jobs.Connections;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.Platform;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Lands the slow sources' files and runs bronze and silver over what the lake holds; two jobs at a time. */
final class BatchLane {
  private static final int AT_ONCE = 2;

  private final Platform platform;
  private final Connections connections;
  private final Material material;
  private final Progress progress;

  BatchLane(Platform platform, Connections connections, Material material, Progress progress) {
    this.platform = platform;
    this.connections = connections;
    this.material = material;
    this.progress = progress;
  }

  /** What became of each source's messages in the batch lane. */
  Map<String, SourceCount> run() throws Exception {
    land();
    Map<Source, Long> records = bronze();
    Map<String, SilverCounts.OfSource> counts = silver();
    Map<String, SourceCount> result = new TreeMap<>();
    records.forEach((source, raw) -> result.put(source.name(), count(source, raw, counts.get(source.name()))));
    return result;
  }

  private void land() {
    Instant now = Instant.now();
    try (Progress.Step step = progress.begin("Landing files")) {
      int landed = 0;
      for (Map.Entry<Source, List<Path>> entry : material.files().entrySet()) {
        for (Path file : entry.getValue()) {
          LandedFiles.land(connections.lake(), entry.getKey(), file, now);
          landed++;
        }
      }
      step.done(landed + " files landed");
    }
  }

  private Map<Source, Long> bronze() throws Exception {
    Map<Source, Long> records = new TreeMap<>(Comparator.comparing(Source::name));
    try (Progress.Step step = progress.begin("Bronze")) {
      List<Callable<Long>> jobs = new ArrayList<>();
      for (Source source : material.sources()) {
        jobs.add(() -> BronzeJob.run(environment(), material.catalog(), source, connections.lake()));
      }
      List<Long> counts = together(jobs, step);
      for (int i = 0; i < counts.size(); i++) {
        records.put(material.sources().get(i), counts.get(i));
      }
      long sum = counts.stream().mapToLong(Long::longValue).sum();
      step.done(String.format(Locale.ROOT, "bronze: %,d records of %d sources", sum, counts.size()));
    }
    return records;
  }

  private Map<String, SilverCounts.OfSource> silver() throws Exception {
    Catalog catalog = material.catalog();
    List<Category> categories = catalog.categories().stream()
        .filter(category -> material.sources().stream().anyMatch(source -> source.categories().contains(category.name()))).toList();
    try (Progress.Step step = progress.begin("Silver")) {
      List<Callable<SilverCounts>> jobs = new ArrayList<>();
      for (Category category : categories) {
        jobs.add(() -> SilverJob.run(environment(), catalog, category, connections.lake()));
      }
      Map<String, SilverCounts.OfSource> counts = new TreeMap<>();
      for (SilverCounts job : together(jobs, step)) {
        job.bySource().forEach((source, count) -> counts.merge(source, count, SilverCounts.OfSource::plus));
      }
      step.done("silver: " + String.join(", ", categories.stream().map(Category::name).toList()));
      return counts;
    }
  }

  private static SourceCount count(Source source, long raw, SilverCounts.OfSource silver) {
    List<String> findings = new ArrayList<>();
    if (silver.messages() != raw) {
      findings.add("bronze took " + raw + " records from the raw files of " + source.name() + ", silver read " + silver.messages());
    }
    if (silver.accounted() != silver.messages()) {
      findings.add("silver accounts for " + silver.accounted() + " of " + silver.messages() + " messages of " + source.name());
    }
    return new SourceCount(raw, silver.withRows(), silver.unqualified(), silver.dropped(), silver.unqualifiedByReason(), findings);
  }

  private StreamExecutionEnvironment environment() {
    return platform.environment(BatchSettings.of());
  }

  private static <T> List<T> together(List<Callable<T>> jobs, Progress.Step step) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<T>> running = jobs.stream().map(workers::submit).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> job : running) {
        step.at(results.size() + " of " + jobs.size() + " jobs done");
        results.add(job.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      workers.shutdownNow();
    }
  }
}
