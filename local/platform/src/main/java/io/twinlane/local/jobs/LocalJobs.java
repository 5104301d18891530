package io.twinlane.local.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Problem;
import io.twinlane.catalog.RunnableCatalog;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.clickhouse.ClickHouseSchema;
import io.twinlane.jobs.archive.ArchiveJob;
import io.twinlane.jobs.ingest.IngestJob;
import io.twinlane.jobs.ingest.IngestUnqualifiedJob;
import io.twinlane.jobs.normalize.NormalizeJob;
import io.twinlane.kafka.Topics;
import io.twinlane.lake.LakeTables;
import io.twinlane.local.settings.Settings;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.ComputationsAtStart;
import io.twinlane.local.up.FlinkRest;
import io.twinlane.local.up.Platform;
import io.twinlane.local.up.RefusedComputation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);

  private final Platform platform;
  private final Catalog catalog;
  private final Connections connections;
  private final List<SubmittedJob> lanes = new ArrayList<>();

  private LocalJobs(Platform platform, Catalog catalog) {
    this.platform = platform;
    this.catalog = catalog;
    this.connections = Connections.of(platform, catalog);
  }

  /** Returns when every job runs, but for computations that cannot: those are told, and stop nothing else. */
  public static StartedJobs start(Platform platform, Catalog catalog, Progress progress) throws Exception {
    return start(platform, new RunnableCatalog(catalog, Map.of()), progress);
  }

  /** The same with a catalog that has left computations out already. */
  public static StartedJobs start(Platform platform, RunnableCatalog catalog, Progress progress) throws Exception {
    LocalJobs jobs = new LocalJobs(platform, catalog.catalog());
    jobs.createStores(progress);
    return new StartedJobs(jobs.connections, jobs.submitAll(catalog, progress));
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

  /** Planning a query keeps one core busy for seconds, so queries are planned beside the other jobs, which come first in the cluster. */
  private ComputationsAtStart submitAll(RunnableCatalog loaded, Progress progress) throws Exception {
    TeamQueries queries = new TeamQueries(catalog, connections.compute(), () -> platform.environment(teamSettings(platform)));
    ExecutorService beside = Executors.newSingleThreadExecutor();
    try (Progress.Step step = progress.begin("Starting the jobs")) {
      Future<Void> planned = beside.submit(queries::plan);
      submitLanes(step);
      step.at("planning the teams' queries");
      planned.get();
      List<SubmittedJob> computations = queries.submit();
      step.at("waiting until all read");
      FirstCheckpoints checkpoints = new FirstCheckpoints(new FlinkRest(platform.addresses().flink()));
      Map<String, String> waiting = checkpoints.await(lanes);
      ComputationsAtStart found = found(loaded, queries, checkpoints.awaitOrTell(computations));
      step.done(lanes.size() - waiting.size() + computations.size() - found.failing().size() + " streaming jobs run"
          + (found.allRun() ? "" : ", " + found.verdict()));
      waiting.values().forEach(progress::say);
      return found;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      beside.shutdownNow();
    }
  }

  private ComputationsAtStart found(RunnableCatalog loaded, TeamQueries queries, Map<String, String> failing) {
    List<RefusedComputation> refused = new ArrayList<>();
    loaded.refused().forEach((computation, problems) ->
        refused.add(new RefusedComputation(computation, problems.stream().map(Problem::toString).toList())));
    refused.addAll(queries.refused());
    return new ComputationsAtStart(catalog.computations().size() + loaded.refused().size(), refused,
        catalog.computations().stream().filter(computation -> failing.containsKey(computation.jobName()))
            .map(computation -> new RefusedComputation(TeamQueries.shown(computation),
                List.of("job " + computation.jobName() + " fails: " + failing.get(computation.jobName())))).toList());
  }

  private void submitLanes(Progress.Step step) throws Exception {
    for (Source source : catalog.sources(Source.Lane.LIVE)) {
      step.at(NormalizeJob.name(source));
      lane(NormalizeJob.name(source), NormalizeJob.run(environment(2), catalog, source, connections.kafka(),
          platform.settings().get(Settings.NORMALIZE_WITHOUT_STATE)));
      lane(ArchiveJob.name(source), ArchiveJob.run(environment(1), source, connections.kafka(), connections.lake()));
    }
    for (Category category : liveCategories()) {
      step.at(IngestJob.name(category));
      lane(IngestJob.name(category),
          IngestJob.run(environment(1), catalog, category, connections.kafka(), connections.clickhouse()));
    }
    lane(IngestUnqualifiedJob.NAME, IngestUnqualifiedJob.run(
        environment(1), catalog.sources(Source.Lane.LIVE), catalog.receipts(), connections.kafka(), connections.clickhouse()));
  }

  private void lane(String name, JobClient client) {
    lanes.add(new SubmittedJob(name, client));
  }

  private List<Category> liveCategories() {
    return catalog.categories().stream()
        .filter(category -> catalog.sourcesOf(category).stream().anyMatch(Source::live)).toList();
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

  /** A team's job that meets the same bad row again and again waits longer each time, up to 5 minutes; nobody else waits for it. */
  static Configuration teamSettings(Platform platform) {
    Configuration job = settings(platform, 1);
    job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 2.0);
    job.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LONGEST_BACKOFF);
    return job;
  }
}
