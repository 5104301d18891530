package io.twinlane.jobs.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;

/** Every function and operator that the engine itself lists: SHOW FUNCTIONS, and the planner's table of SQL operators. */
final class EngineFunctions {
  private EngineFunctions() {}

  /** Names as {@link #plain} writes them. */
  static SortedSet<String> names() throws ReflectiveOperationException {
    TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    List<String> names = new ArrayList<>(List.of(tables.listFunctions()));
    names.addAll(operators(((TableEnvironmentImpl) tables).getPlanner().getClass().getClassLoader()));
    TreeSet<String> plain = new TreeSet<>();
    names.forEach(name -> plain.add(plain(name)));
    return plain;
  }

  /** The engine calls one function charLength here and CHAR_LENGTH there. */
  static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replace("_", "");
  }

  private static List<String> operators(ClassLoader planner) throws ReflectiveOperationException {
    Class<?> table = planner.loadClass("org.apache.flink.table.planner.functions.sql.FlinkSqlOperatorTable");
    Class<?> operator = planner.loadClass("org.apache.calcite.sql.SqlOperator");
    List<String> names = new ArrayList<>();
    Object ofStreams = table.getMethod("instance", boolean.class).invoke(null, false);
    for (Object listed : (List<?>) table.getMethod("getOperatorList").invoke(ofStreams)) {
      names.add((String) operator.getMethod("getName").invoke(listed));
    }
    return names;
  }
}
