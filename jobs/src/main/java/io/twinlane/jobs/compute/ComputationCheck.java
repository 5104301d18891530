package io.twinlane.jobs.compute;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Problem;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Says what is wrong with a computation before anything runs: no Kafka and no Redis is asked. */
public final class ComputationCheck {
  private static final ComputeConfig NOWHERE = ComputeConfig.at("127.0.0.1:1", "redis://127.0.0.1:1");

  private ComputationCheck() {}

  /** Everything that keeps the computation from running; empty when it may. */
  public static List<Problem> problems(Catalog catalog, Computation computation) {
    StreamExecutionEnvironment planned = new StreamExecutionEnvironment(new Configuration());
    try {
      ComputeJob.define(
          planned, ComputeJob.inputs(catalog, computation, NOWHERE, false), ComputeJob.outputs(computation, NOWHERE), computation);
      return List.of();
    } catch (ComputationRefused e) {
      return e.problems();
    }
  }
}
