package io.twinlane.local.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Problem;
import io.twinlane.catalog.RunnableCatalog;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.jobs.Connections;
import io.twinlane.jobs.JobConfig;
import io.twinlane.jobs.RefusedComputation;
import io.twinlane.jobs.Stores;
import io.twinlane.jobs.StreamingJob;
import io.twinlane.jobs.StreamingJobs;
import io.twinlane.jobs.TeamQueries;
import io.twinlane.jobs.cluster.FirstCheckpoints;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.jobs.cluster.SubmittedJob;
import io.twinlane.kafka.KafkaOptions;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.ComputationsAtStart;
import io.twinlane.local.up.LocalPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Creates what the catalog derives in the platform's stores, and submits every streaming job. */
public final class LocalJobs {
  private final LocalPlatform platform;
  private final Catalog catalog;
  private final JobConfig config;
  private final Connections connections;
  private final List<SubmittedJob> lanes = new ArrayList<>();

  private LocalJobs(LocalPlatform platform, Catalog catalog) {
    this.platform = platform;
    this.catalog = catalog;
    this.config = JobConfig.from(platform.config().copy(), catalog);
    this.connections = LocalConnections.of(platform, catalog);
  }

  /** Returns when every job runs, but for computations that cannot: those are told, and stop nothing else. */
  public static StartedJobs start(LocalPlatform platform, Catalog catalog, Progress progress) throws Exception {
    return start(platform, RunnableCatalog.of(catalog), progress);
  }

  /** The same with a catalog that has left computations out already. */
  public static StartedJobs start(LocalPlatform platform, RunnableCatalog catalog, Progress progress) throws Exception {
    LocalJobs jobs = new LocalJobs(platform, catalog.catalog());
    jobs.createStores(progress);
    return new StartedJobs(jobs.connections, jobs.submitAll(catalog, progress));
  }

  private void createStores(Progress progress) {
    try (Progress.Step step = progress.begin("Creating topics and tables")) {
      List<KafkaTopics.Topic> topics = topics();
      List<String> told = Stores.create(connections, catalog, topics);
      step.done(topics.size() + " topics, ClickHouse tables and Iceberg tables as the catalog says");
      told.forEach(progress::say);
    }
  }

  /** The platform's own Kafka has one broker, and nobody expects replicas of it. */
  private List<KafkaTopics.Topic> topics() {
    List<KafkaTopics.Topic> topics = KafkaTopics.of(catalog);
    return platform.config().has(KafkaOptions.BOOTSTRAP_SERVERS)
        ? topics : topics.stream().map(topic -> topic.withReplicasUpTo(1)).toList();
  }

  /** Planning a query keeps one core busy for seconds, so queries are planned beside the other jobs, which come first in the cluster. */
  private ComputationsAtStart submitAll(RunnableCatalog loaded, Progress progress) throws Exception {
    TeamQueries queries = new TeamQueries(catalog, connections.compute(), () -> environment(config.ofComputation()));
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
    long left = refused.stream().filter(one -> !one.ofTeam()).count();
    refused.addAll(queries.refused());
    return new ComputationsAtStart(Math.toIntExact(catalog.computations().size() + left), refused,
        catalog.computations().stream().filter(computation -> failing.containsKey(computation.jobName()))
            .map(computation -> new RefusedComputation(TeamQueries.shown(computation),
                List.of("job " + computation.jobName() + " fails: " + failing.get(computation.jobName())))).toList());
  }

  private void submitLanes(Progress.Step step) throws Exception {
    for (StreamingJob job : StreamingJobs.of(catalog, connections, config)) {
      step.at(job.name());
      lanes.add(new SubmittedJob(job.name(), job.submission().to(environment(config.ofStreaming(job.parallelism())))));
    }
  }

  private StreamExecutionEnvironment environment(Configuration job) {
    job.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, platform.folder("flink").toUri() + "/checkpoints");
    return platform.environment(job);
  }
}
