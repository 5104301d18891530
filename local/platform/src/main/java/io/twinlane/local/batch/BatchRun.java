package io.twinlane.local.batch;

import io.twinlane.catalog.Amount;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.clickhouse.ClickHouseRowReader;
import io.twinlane.jobs.BatchJobs;
import io.twinlane.jobs.Connections;
import io.twinlane.jobs.JobConfig;
import io.twinlane.jobs.JobRun;
import io.twinlane.jobs.Stores;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.jobs.silver.SilverCounts;
import io.twinlane.local.jobs.LocalConnections;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.PlatformRefusal;
import io.twinlane.local.up.RunningPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Runs the batch jobs that were asked for on a platform that runs; files' rows go into ClickHouse as soon as silver has them. */
public final class BatchRun {
  private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELED");
  private static final String LOCKS = "locks";

  private final Catalog catalog;
  private final Connections connections;
  private final BatchJobs jobs;
  private final Progress progress;

  private BatchRun(RunningPlatform platform, Catalog catalog, Progress progress) {
    this.catalog = catalog;
    this.connections = LocalConnections.of(platform, catalog);
    this.jobs = new BatchJobs(platform::environment, catalog, connections, JobConfig.from(platform.config().copy(), catalog));
    this.progress = progress;
  }

  /** Returns when all have ended; a refusal when one of them is running already, here or on the cluster. */
  public static BatchResult on(RunningPlatform platform, Catalog catalog, Selection selection, Progress progress)
      throws IOException, InterruptedException {
    try (JobLocks locks = JobLocks.take(locks(platform), selection.jobs())) {
      refuseIfOnCluster(platform, selection);
      BatchRun run = new BatchRun(platform, catalog, progress);
      run.createStores(selection);
      return run.run(selection);
    }
  }

  /** Where the platform's {@link JobLocks} are. */
  public static Path locks(RunningPlatform platform) {
    return platform.folder(LOCKS);
  }

  /** Whoever started a job may be gone, and the job go on. */
  private static void refuseIfOnCluster(RunningPlatform platform, Selection selection) throws IOException {
    List<String> problems = new FlinkRest(platform.addresses().flink()).jobs().stream()
        .filter(job -> selection.jobs().contains(job.name()) && !ENDED.contains(job.state()))
        .map(job -> "Cannot run " + job.name() + ": it runs on the cluster since " + job.since()
            + ". Run it again when that has ended, or cancel it on the dashboard: " + platform.addresses().flink()).toList();
    if (!problems.isEmpty()) {
      throw new PlatformRefusal(problems);
    }
  }

  /** The catalog may have changed since the platform came up. */
  private void createStores(Selection selection) {
    try (Progress.Step step = progress.begin("Looking after the tables")) {
      Stores.createLake(connections, catalog);
      if (!selection.silver().isEmpty()) {
        Stores.createClickHouse(connections, catalog);
      }
    }
  }

  private BatchResult run(Selection selection) throws InterruptedException {
    List<JobRun<Source, Long>> bronze = List.of();
    List<JobRun<Category, SilverCounts>> silver = List.of();
    List<JobRun<Category, Map<String, Long>>> ingested = List.of();
    if (!selection.bronze().isEmpty()) {
      try (Progress.Step step = progress.begin("Bronze")) {
        bronze = jobs.bronze(selection.bronze(), step::at);
        step.done("bronze: " + ended(bronze));
      }
    }
    if (!selection.silver().isEmpty()) {
      try (Progress.Step step = progress.begin("Silver")) {
        silver = jobs.silver(selection.silver(), step::at);
        step.done("silver: " + ended(silver));
      }
      ingested = ingest(silver.stream().filter(job -> !job.failed()).map(JobRun::of).toList());
    }
    return new BatchResult(catalog.sources(), bronze, silver, ingested, inClickHouse(ingested));
  }

  private List<JobRun<Category, Map<String, Long>>> ingest(List<Category> categories) throws InterruptedException {
    try (Progress.Step step = progress.begin("Bringing the files' rows into ClickHouse")) {
      List<JobRun<Category, Map<String, Long>>> ingested = jobs.ingestFiles(categories, step::at);
      if (!ingested.isEmpty()) {
        step.done("files' rows into ClickHouse: " + ended(ingested));
      }
      return ingested;
    }
  }

  private static String ended(List<? extends JobRun<?, ?>> jobs) {
    long failed = jobs.stream().filter(JobRun::failed).count();
    return failed == 0 ? Amount.of(jobs.size(), "job") + " ended" : failed + " of " + Amount.of(jobs.size(), "job") + " failed";
  }

  private Map<String, Map<String, Long>> inClickHouse(List<JobRun<Category, Map<String, Long>>> ingested) {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (JobRun<Category, Map<String, Long>> job : ingested) {
      if (!job.failed()) {
        try (ClickHouseRowReader<?> table = ClickHouseRowReader.ofCategory(connections.clickhouse(), job.of(), catalog.states())) {
          Map<String, Long> bySource = new TreeMap<>();
          job.result().keySet().forEach(source -> bySource.put(source, table.where("source_system = '" + source + "'").countFinal()));
          counts.put(job.of().name(), bySource);
        }
      }
    }
    return counts;
  }
}
