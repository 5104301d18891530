package io.twinlane.jobs.compute;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Problem;
import io.twinlane.jobs.compute.function.ComputeFunctions;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.ExplainDetail;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.config.ExecutionConfigOptions;

/** Says what is wrong with a computation before anything runs: no Kafka and no Redis is asked. */
public final class ComputationCheck {
  private static final ComputeConfig NOWHERE = new ComputeConfig("127.0.0.1:1", "redis://127.0.0.1:1");
  private static final String QUERY = "computation_query";
  private static final Pattern ADDS_ROWS_ONLY = Pattern.compile("\\ASink.*\\n.*changelogMode=\\[I]");

  private final Computation computation;
  private final String sqlFile;
  private final TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.inStreamingMode());

  private ComputationCheck(Catalog catalog, Computation computation) {
    this.computation = computation;
    this.sqlFile = ResultColumns.folder(computation) + "query.sql";
    ComputeJob.configure(tables.getConfig(), computation);
    ComputeFunctions.register(tables);
    ComputeTables.inputs(catalog, computation, NOWHERE.bootstrapServers(), false).forEach(tables::executeSql);
  }

  /** Everything that keeps the computation from running; empty when it may. */
  public static List<Problem> problems(Catalog catalog, Computation computation) {
    return new ComputationCheck(catalog, computation).problems();
  }

  /** Throws an exception with all problems in its message when there are any. */
  public static void refuseIfAny(Catalog catalog, Computation computation) {
    List<Problem> problems = problems(catalog, computation);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("Cannot run computation " + computation.team() + "/" + computation.name() + ":\n  "
          + String.join("\n  ", problems.stream().map(Problem::toString).toList()));
    }
  }

  /** The query without the semicolon that may end its file. */
  static String query(Computation computation) {
    String sql = computation.sql().stripTrailing();
    return sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
  }

  private List<Problem> problems() {
    try {
      Table query = tables.sqlQuery(query(computation));
      tables.executeSql(ComputeTables.result(computation, NOWHERE));
      List<Problem> columns = ResultColumns.compare(computation, query, tables.from(ComputeTables.RESULT));
      if (columns.isEmpty()) {
        plan(query);
      }
      return columns;
    } catch (RuntimeException e) {
      return List.of(PlannerMessage.of(e).problem(sqlFile, computation, inputColumns()));
    }
  }

  /** A result whose rows change must have one row a key; of one that only adds rows, each key keeps the newest. */
  private void plan(Table query) {
    tables.createTemporaryView(QUERY, query);
    String insert = ComputeTables.insert(computation, QUERY);
    if (!ADDS_ROWS_ONLY.matcher(physicalPlan(insert)).find()) {
      tables.getConfig().set(ExecutionConfigOptions.TABLE_EXEC_SINK_UPSERT_MATERIALIZE, ExecutionConfigOptions.UpsertMaterialize.AUTO);
      tables.explainSql(insert);
    }
  }

  private String physicalPlan(String insert) {
    String plan = tables.explainSql(insert, ExplainDetail.CHANGELOG_MODE);
    String mark = "== Optimized Physical Plan ==\n";
    int from = plan.indexOf(mark) + mark.length();
    return plan.substring(from, plan.indexOf("\n\n", from));
  }

  private List<String> inputColumns() {
    return computation.inputs().stream().flatMap(input -> tables.from(input).getResolvedSchema().getColumnNames().stream()).toList();
  }
}
