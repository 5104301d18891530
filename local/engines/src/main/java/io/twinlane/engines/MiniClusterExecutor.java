package io.twinlane.engines;

import io.twinlane.engines.logs.JobNames;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.api.dag.Pipeline;
import org.apache.flink.client.deployment.executors.PipelineExecutorUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient.JobFinalizationBehavior;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Submits a job straight into the cluster of this JVM: no jar, no REST call, and its results come back. */
record MiniClusterExecutor(MiniCluster cluster) implements PipelineExecutor, PipelineExecutorFactory, PipelineExecutorServiceLoader {
  static final String NAME = "in-this-jvm";

  @Override
  public CompletableFuture<JobClient> execute(Pipeline pipeline, Configuration settings, ClassLoader classes) throws Exception {
    StreamGraph graph = PipelineExecutorUtils.getStreamGraph(pipeline, settings);
    graph.serializeUserDefinedInstances();
    JobNames.put(graph.getJobID(), graph.getName());
    return cluster.submitJob(graph).thenApply(submitted ->
        new MiniClusterJobClient(submitted.getJobID(), cluster, classes, JobFinalizationBehavior.NOTHING));
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isCompatibleWith(Configuration settings) {
    return true;
  }

  @Override
  public PipelineExecutor getExecutor(Configuration settings) {
    return this;
  }

  @Override
  public PipelineExecutorFactory getExecutorFactory(Configuration settings) {
    return this;
  }

  @Override
  public Stream<String> getExecutorNames() {
    return Stream.of(NAME);
  }
}
