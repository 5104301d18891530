package io.twinlane.jobs.compute;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import io.twinlane.jobs.compute.function.ComputeFunctions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.CompiledPlan;
import org.apache.flink.table.api.TableConfig;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.ExecutionConfigOptions;

/**
 * Runs one team's query over category tables and keeps its result in Redis, renewed with every row. At least once; the category tables
 * drop rows that come again, so that nothing is counted twice.
 */
public final class ComputeJob {
  private static final String QUERY = "computation_query";
  /** Rows wait this long for company between two tasks: the price of throughput is paid in latency. */
  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(10);

  private ComputeJob() {}

  /** The statements that create the category tables. */
  public record Inputs(List<String> createStatements) {}

  /** The statement that creates table {@code computation_result}. */
  public record Outputs(String createStatement) {}

  /** The query as a plan that names every operator: a restart, here or in another process, finds its state again. */
  public static CompiledPlan define(StreamTableEnvironment tables, Inputs inputs, Outputs outputs, Computation computation) {
    configure(tables.getConfig(), computation);
    ComputeFunctions.register(tables);
    inputs.createStatements().forEach(tables::executeSql);
    tables.executeSql(outputs.createStatement());
    tables.createTemporaryView(QUERY, tables.sqlQuery(ComputationCheck.query(computation)));
    return ComputePlan.compile(tables, ComputeTables.insert(computation, QUERY));
  }

  /**
   * Submits the job, with the environment's parallelism and checkpoints. It begins at the earliest row that Kafka holds unless it is
   * restored. {@link ComputationCheck} says before whether it may run.
   */
  public static JobClient run(StreamExecutionEnvironment env, Catalog catalog, Computation computation, ComputeConfig config) {
    return run(env, new Inputs(ComputeTables.inputs(catalog, computation, config.bootstrapServers(), false)), computation, config);
  }

  /** Submits the job over what Kafka holds now: it ends by itself, with every key as the live job would have left it. */
  public static JobClient runToEnd(StreamExecutionEnvironment env, Catalog catalog, Computation computation, ComputeConfig config) {
    return run(env, new Inputs(ComputeTables.inputs(catalog, computation, config.bootstrapServers(), true)), computation, config);
  }

  private static JobClient run(StreamExecutionEnvironment env, Inputs inputs, Computation computation, ComputeConfig config) {
    env.setBufferTimeout(BUFFER_TIMEOUT.toMillis());
    Outputs outputs = new Outputs(ComputeTables.result(computation, config));
    return define(StreamTableEnvironment.create(env), inputs, outputs, computation).execute().getJobClient().orElseThrow();
  }

  /** What holds for every computation; a team sets none of it. */
  static void configure(TableConfig config, Computation computation) {
    config.set(PipelineOptions.NAME, computation.jobName());
    config.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
    config.setLocalTimeZone(ZoneOffset.UTC);
    // A key that has expired begins anew; its state must outlive it, else a late row would make a smaller result of the same key.
    config.setIdleStateRetention(computation.ttl().multipliedBy(2));
    // Checked before: each key is written by one row of the result, or the result only ever adds rows.
    config.set(ExecutionConfigOptions.TABLE_EXEC_SINK_UPSERT_MATERIALIZE, ExecutionConfigOptions.UpsertMaterialize.NONE);
    config.set(ExecutionConfigOptions.TABLE_EXEC_SINK_NOT_NULL_ENFORCER, ExecutionConfigOptions.NotNullEnforcer.DROP);
    config.set(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_ENABLED, false);
    config.set(ExecutionConfigOptions.TABLE_EXEC_UID_GENERATION, ExecutionConfigOptions.UidGeneration.PLAN_ONLY);
  }
}
