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
import io.twinlane.local.up.FlinkRest;
import io.twinlane.local.up.Platform;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private final List<JobClient> submitted = new CopyOnWriteArrayList<>();

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

  /** Planning a query keeps one core busy for seconds, so queries are planned beside the other jobs. */
  private void submitAll(Progress progress) throws Exception {
    ExecutorService beside = Executors.newSingleThreadExecutor();
    try (Progress.Step step = progress.begin("Starting the jobs")) {
      Future<Void> computations = beside.submit(this::submitComputations);
      submitLanes(step);
      step.at("planning the teams' queries");
      computations.get();
      step.at("waiting until all read");
      awaitFirstCheckpoints();
      step.done(submitted.size() + " streaming jobs run");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      beside.shutdownNow();
    }
  }

  private Void submitComputations() throws Exception {
    for (Computation computation : catalog.computations()) {
      submitted.add(ComputeJob.run(environment(1), catalog, computation, connections.compute()));
    }
    return null;
  }

  private void submitLanes(Progress.Step step) throws Exception {
    for (Source source : catalog.sources(Source.Lane.LIVE)) {
      step.at(NormalizeJob.name(source));
      submitted.add(NormalizeJob.run(environment(2), catalog, source, connections.kafka()));
      submitted.add(ArchiveJob.run(environment(1), source, connections.kafka(), connections.lake()));
    }
    for (Category category : liveCategories()) {
      step.at(IngestJob.name(category));
      submitted.add(IngestJob.run(environment(1), catalog, category, connections.kafka(), connections.clickhouse()));
    }
    submitted.add(IngestUnqualifiedJob.run(
        environment(1), catalog.sources(Source.Lane.LIVE), connections.kafka(), connections.clickhouse()));
  }

  private List<Category> liveCategories() {
    return catalog.categories().stream()
        .filter(category -> catalog.sourcesOf(category).stream().anyMatch(Source::live)).toList();
  }

  /** A job that has completed a checkpoint has its sources assigned and its operators open: from now on it is as fast as it gets. */
  private void awaitFirstCheckpoints() throws Exception {
    FlinkRest flink = new FlinkRest(platform.addresses().flink());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (JobClient job : submitted) {
      while (flink.ask("/jobs/" + job.getJobID() + "/checkpoints").path("counts").path("completed").asInt() == 0) {
        JobStatus status = job.getJobStatus().get();
        if (System.nanoTime() > deadline || status.isGloballyTerminalState()) {
          throw new IllegalStateException("Cannot start the jobs: job " + job.getJobID() + " is " + status
              + " and has no checkpoint yet. The Flink dashboard shows why: " + platform.addresses().flink());
        }
        Thread.sleep(50);
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
