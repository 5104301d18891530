package io.twinlane.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import io.twinlane.jobs.compute.ComputeJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.api.dag.Pipeline;
import org.apache.flink.client.deployment.executors.PipelineExecutorUtils;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Every job of a catalog as it would go to a cluster: submitted like any other, to an executor that keeps the graph and says no. */
final class JobGraphs implements PipelineExecutor, PipelineExecutorFactory, PipelineExecutorServiceLoader {
  private static final String NAME = "kept";

  private final List<StreamGraph> kept = Collections.synchronizedList(new ArrayList<>());

  private JobGraphs() {}

  static List<StreamGraph> of(Catalog catalog, Connections connections, JobConfig config) throws Exception {
    JobGraphs graphs = new JobGraphs();
    for (StreamingJob job : StreamingJobs.of(catalog, connections, config)) {
      graphs.keep(() -> job.submission().to(graphs.environment(config.ofStreaming(job.parallelism()))));
    }
    for (Computation computation : catalog.computations()) {
      graphs.keep(() -> ComputeJob.run(graphs.environment(config.ofComputation()), catalog, computation, connections.compute()));
    }
    BatchJobs batch = new BatchJobs(graphs::environment, catalog, connections, config);
    batch.bronze(catalog.sources(), job -> { });
    batch.silver(catalog.categories(), job -> { });
    batch.ingestFiles(catalog.categories(), job -> { });
    return graphs.kept;
  }

  /** Submits a job. */
  @FunctionalInterface
  private interface Submission {
    JobClient run() throws Exception;
  }

  private void keep(Submission job) throws Exception {
    try {
      job.run();
    } catch (Kept e) {
      return;
    }
    throw new AssertionError("a job went elsewhere");
  }

  private StreamExecutionEnvironment environment(Configuration job) {
    Configuration here = somebodysCluster();
    here.addAll(job);
    here.set(DeploymentOptions.TARGET, NAME);
    return new StreamExecutionEnvironment(this, here, JobGraphs.class.getClassLoader());
  }

  /** Defaults that a cluster of somebody else's may have, for what a job does not set itself. */
  private static Configuration somebodysCluster() {
    Configuration defaults = new Configuration();
    defaults.set(CheckpointingOptions.ENABLE_UNALIGNED, true);
    defaults.set(CheckpointingOptions.ALIGNED_CHECKPOINT_TIMEOUT, Duration.ofSeconds(3));
    defaults.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.AT_LEAST_ONCE);
    return defaults;
  }

  @Override
  public CompletableFuture<JobClient> execute(Pipeline pipeline, Configuration config, ClassLoader classes) throws Exception {
    StreamGraph graph = PipelineExecutorUtils.getStreamGraph(pipeline, config);
    graph.serializeUserDefinedInstances();
    kept.add(graph);
    throw new Kept();
  }

  /** The job goes no further. */
  private static final class Kept extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isCompatibleWith(Configuration config) {
    return true;
  }

  @Override
  public PipelineExecutor getExecutor(Configuration config) {
    return this;
  }

  @Override
  public PipelineExecutorFactory getExecutorFactory(Configuration config) {
    return this;
  }

  @Override
  public Stream<String> getExecutorNames() {
    return Stream.of(NAME);
  }
}
