package io.twinlane.jobs.compute;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.TableConfig;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.table.api.config.TableConfigOptions;

/**
 * Runs one team's query over category tables and keeps its result in Redis, renewed with every row. At least once; the category tables
 * drop rows that come again, so that nothing is counted twice.
 */
public final class ComputeJob {
  /** Rows wait this long for company between two tasks: the price of throughput is paid in latency. */
  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(10);

  private ComputeJob() {}

  /** The statements that create the category tables. */
  public record Inputs(List<String> createStatements) {}

  /** The statement that creates table {@code computation_result}. */
  public record Outputs(String createStatement) {}

  static Inputs inputs(Catalog catalog, Computation computation, ComputeConfig config, boolean bounded) {
    return new Inputs(ComputeTables.inputs(catalog, computation, config.kafka(), bounded));
  }

  static Outputs outputs(Computation computation, ComputeConfig config) {
    return new Outputs(ComputeTables.result(computation, config));
  }

  /**
   * The query as operators that are named the same wherever it is planned: a restart, here or in another process, finds its state again.
   * Throws {@link ComputationRefused} when it cannot run as it is written.
   */
  public static void define(StreamExecutionEnvironment env, Inputs inputs, Outputs outputs, Computation computation) {
    env.setBufferTimeout(BUFFER_TIMEOUT.toMillis());
    env.getConfig().enableObjectReuse(); // Flink's operators copy what they keep, and the writer makes texts of a row before the next one comes
    barriersOvertakeNothing(env.getCheckpointConfig());
    QueryPlanner.plan(env, inputs, outputs, computation);
  }

  /** What came of the rows before a barrier has arrived with it: the writer's catch-up at a start ends by that, whatever a cluster does by default. */
  private static void barriersOvertakeNothing(CheckpointConfig checkpoints) {
    checkpoints.setCheckpointingConsistencyMode(CheckpointingMode.EXACTLY_ONCE);
    checkpoints.enableUnalignedCheckpoints(false);
    checkpoints.setAlignedCheckpointTimeout(Duration.ZERO);
  }

  /**
   * Submits the job, with the environment's parallelism and checkpoints. It begins at the earliest row that Kafka holds unless it is
   * restored.
   */
  public static JobClient run(StreamExecutionEnvironment env, Catalog catalog, Computation computation, ComputeConfig config)
      throws Exception {
    plan(env, catalog, computation, config);
    return env.executeAsync(computation.jobName());
  }

  /** What {@link #run} does before it submits the job by its name. Throws {@link ComputationRefused}. */
  public static void plan(StreamExecutionEnvironment env, Catalog catalog, Computation computation, ComputeConfig config) {
    define(env, inputs(catalog, computation, config, false), outputs(computation, config), computation);
  }

  /** Submits the job over what Kafka holds now: it ends by itself, with every key as the live job would have left it. */
  public static JobClient runToEnd(StreamExecutionEnvironment env, Catalog catalog, Computation computation, ComputeConfig config)
      throws Exception {
    define(env, inputs(catalog, computation, config, true), outputs(computation, config), computation);
    return env.executeAsync(computation.jobName());
  }

  /** What holds for every computation; a team sets none of it. */
  static void configure(TableConfig config, Computation computation) {
    config.setLocalTimeZone(ZoneOffset.UTC);
    // A key that has expired begins anew; its state must outlive it, else a late row would make a smaller result of the same key.
    config.setIdleStateRetention(computation.ttl().multipliedBy(2));
    // Rows without a key do not get that far (HasKey); no other column is declared NOT NULL.
    config.set(ExecutionConfigOptions.TABLE_EXEC_SINK_NOT_NULL_ENFORCER, ExecutionConfigOptions.NotNullEnforcer.ERROR);
    config.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_ENABLED, false);
    config.set(TableConfigOptions.TABLE_DYNAMIC_TABLE_OPTIONS_ENABLED, false); // a query does not say where a table comes from
    config.set(ExecutionConfigOptions.TABLE_EXEC_UID_GENERATION, ExecutionConfigOptions.UidGeneration.ALWAYS);
  }
}
