package io.twinlane.local.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.clickhouse.ClickHouseSchema;
import io.twinlane.jobs.archive.ArchiveJob;
import io.twinlane.jobs.compute.ComputeJob;
import io.twinlane.jobs.ingest.IngestJob;
import io.twinlane.jobs.ingest.IngestUnqualifiedJob;
import io.twinlane.jobs.normalize.NormalizeJob;
import io.twinlane.kafka.Topics;
import io.twinlane.lake.LakeTables;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Creates what the catalog derives in the platform's stores, and submits every streaming job. */
public final class LocalJobs {
  /** What archive files and committed offsets wait for. */
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Platform platform;
  private final Catalog catalog;
  private final Connections connections;
  private final List<JobClient> submitted = new ArrayList<>();

  private LocalJobs(Platform platform, Catalog catalog) {
    this.platform = platform;
    this.catalog = catalog;
    this.connections = Connections.of(platform, catalog);
  }

  /** Returns when every job runs. */
  public static Connections start(Platform platform, Catalog catalog, Progress progress) throws Exception {
    LocalJobs jobs = new LocalJobs(platform, catalog);
    jobs.createStores(progress);
    jobs.submitAll(progress);
    return jobs.connections;
  }

  private void createStores(Progress progress) {
    try (Progress.Step step = progress.begin("Creating topics and tables")) {
      List<KafkaTopics.Topic> topics = KafkaTopics.of(catalog);
      Topics.create(connections.kafka(), topics);
      ClickHouseSchema.apply(connections.clickhouse(), ClickHouseTables.createStatements(catalog));
      LakeTables.create(connections.lake(), catalog);
      step.done(topics.size() + " topics, ClickHouse tables and Iceberg tables as the catalog says");
    }
  }

  private void submitAll(Progress progress) throws Exception {
    try (Progress.Step step = progress.begin("Starting the jobs")) {
      for (Source source : catalog.sources(Source.Lane.LIVE)) {
        step.at(NormalizeJob.name(source));
        submitted.add(NormalizeJob.run(environment(2), catalog, source, connections.kafka()));
        submitted.add(ArchiveJob.run(environment(1), source, connections.kafka(), connections.lake()));
      }
      for (Category category : liveCategories()) {
        step.at(IngestJob.name(category));
        submitted.add(IngestJob.run(environment(1), catalog, category, connections.kafka(), connections.clickhouse()));
      }
      submitted.add(IngestUnqualifiedJob.run(environment(1), catalog.sources(Source.Lane.LIVE), connections.kafka(), connections.clickhouse()));
      for (Computation computation : catalog.computations()) {
        step.at(computation.jobName());
        submitted.add(ComputeJob.run(environment(1), catalog, computation, connections.compute()));
      }
      step.at("waiting until all run");
      awaitRunning();
      step.done(submitted.size() + " streaming jobs run");
    }
  }

  private List<Category> liveCategories() {
    return catalog.categories().stream()
        .filter(category -> catalog.sourcesOf(category).stream().anyMatch(Source::live)).toList();
  }

  private void awaitRunning() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (JobClient job : submitted) {
      while (job.getJobStatus().get() != JobStatus.RUNNING) {
        if (System.nanoTime() > deadline || job.getJobStatus().get().isGloballyTerminalState()) {
          throw new IllegalStateException("Cannot start the jobs: job " + job.getJobID() + " is " + job.getJobStatus().get()
              + ". The Flink dashboard shows why: " + platform.addresses().flink());
        }
        Thread.sleep(20);
      }
    }
  }

  private StreamExecutionEnvironment environment(int parallelism) {
    return platform.environment(settings(platform, parallelism));
  }

  /** Settings of a streaming job on this machine: an infrastructure error backs off and resumes, for ever. */
  static Configuration settings(Platform platform, int parallelism) {
    Configuration job = new Configuration();
    job.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    job.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    job.set(PipelineOptions.GENERIC_TYPES, false);
    job.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    job.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, platform.folder("flink").toUri() + "/checkpoints");
    job.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE); // a store that is away is waited for, not restarted over
    job.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    return job;
  }
}
