package io.twinlane.jobs.compute;

import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Problem;
import io.twinlane.jobs.compute.function.ComputeFunctions;
import java.util.List;
import java.util.stream.Stream;
import java.util.function.Supplier;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.catalog.WatermarkSpec;

/**
 * Turns a computation's query into operators, or says everything that keeps it from running. {@code check} and the job itself come this
 * way: what the one accepts, the other runs.
 */
final class QueryPlanner {
  private static final String QUERY = "computation_query";
  private static final List<String> MADE_HERE = List.of(QUERY, ComputeTables.RESULT);
  /** Flink's name for an operator that keeps all rows of a key, because several could write it. */
  private static final String SEVERAL_ROWS_A_KEY = "_upsert-materialize";

  private final Computation computation;
  private final StreamExecutionEnvironment env;
  private final StreamTableEnvironment tables;
  private final String sqlFile;

  private QueryPlanner(StreamExecutionEnvironment env, Computation computation) {
    this.computation = computation;
    this.env = env;
    this.tables = StreamTableEnvironment.create(env);
    this.sqlFile = ResultColumns.folder(computation) + "query.sql";
    ComputeJob.configure(tables.getConfig(), computation);
    ComputeFunctions.register(tables);
    tables.createTemporarySystemFunction(HasKey.NAME, HasKey.class);
  }

  /** Adds the query's operators to the environment. Throws {@link ComputationRefused}; nothing has been added then. */
  static void plan(StreamExecutionEnvironment env, ComputeJob.Inputs inputs, ComputeJob.Outputs outputs, Computation computation) {
    QueryPlanner planner = new QueryPlanner(env, computation);
    refuseIfAny(computation, QueryText.problems(computation, planner.sqlFile));
    inputs.createStatements().forEach(planner.tables::executeSql);
    planner.plan(outputs);
  }

  private void plan(ComputeJob.Outputs outputs) {
    Table query = told(() -> tables.sqlQuery(QueryText.of(computation)));
    told(() -> tables.executeSql(outputs.createStatement()));
    refuseIfAny(computation, ResultColumns.compare(computation, query, tables.from(ComputeTables.RESULT)));
    tables.createTemporaryView(QUERY, query);
    told(this::attach);
    OperatorUids.countFromOne(env.getTransformations());
  }

  /** A result whose rows change must have one row a key; of one that only adds rows, each key keeps the newest. */
  private Void attach() {
    tables.createStatementSet().addInsertSql(ComputeTables.insert(computation, QUERY) + " ON CONFLICT DO DEDUPLICATE").attachAsDataStream();
    if (OperatorUids.operators(env.getTransformations()).stream().anyMatch(o -> String.valueOf(o.getUid()).endsWith(SEVERAL_ROWS_A_KEY))) {
      env.getTransformations().clear();
      tables.createStatementSet().addInsertSql(ComputeTables.insert(computation, QUERY)).attachAsDataStream(); // Flink says which rows
    }
    return null;
  }

  private <T> T told(Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new ComputationRefused(computation, List.of(PlannerMessage.of(e).problem(sqlFile, mistakes())));
    }
  }

  private CommonMistakes mistakes() {
    List<ResolvedSchema> readable = Stream.of(tables.listTables()).filter(table -> !MADE_HERE.contains(table))
        .map(table -> tables.from(table).getResolvedSchema()).toList();
    return new CommonMistakes(computation, readable.stream().flatMap(table -> table.getColumnNames().stream()).distinct().toList(),
        readable.stream().flatMap(table -> table.getWatermarkSpecs().stream()).map(WatermarkSpec::getRowtimeAttribute).distinct().toList());
  }

  private static void refuseIfAny(Computation computation, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ComputationRefused(computation, problems);
    }
  }
}
