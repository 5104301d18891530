package io.twinlane.jobs.compute;

import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;

/** Compares the columns that a query gives with those that its computation.yaml declares: same names, same types, any order. */
final class ResultColumns {
  private static final int MOST_SHOWN = 10;

  private ResultColumns() {}

  /** Where people find the computation's files. */
  static String folder(Computation computation) {
    return "sql/" + computation.team() + "/" + computation.name() + "/";
  }

  static List<Problem> compare(Computation computation, Table query, Table declared) {
    String folder = folder(computation);
    Map<String, LogicalType> given = types(query);
    Map<String, LogicalType> wanted = types(declared);
    List<Problem> problems = new ArrayList<>();
    wanted.forEach((name, type) -> {
      if (given.containsKey(name) && !same(given.get(name), type)) {
        problems.add(new Problem(folder + "query.sql", 0, "column " + name + " is " + shown(given.get(name)) + " in the query and "
            + shown(type) + " in computation.yaml: write CAST(... AS " + shown(type) + ") AS " + name
            + ", or declare " + shown(given.get(name))));
      }
    });
    List<String> absent = wanted.keySet().stream().filter(name -> !given.containsKey(name)).toList();
    if (!absent.isEmpty()) {
      problems.add(new Problem(folder + "query.sql", 0, "the query gives no column " + String.join(", ", absent)
          + ", which computation.yaml declares; it gives " + list(given.keySet())));
    }
    List<String> undeclared = given.keySet().stream().filter(name -> !wanted.containsKey(name)).toList();
    if (!undeclared.isEmpty()) {
      problems.add(new Problem(folder + "computation.yaml", 0, undeclared(undeclared, given.keySet()) + "; declared are " + wanted.keySet()));
    }
    return problems;
  }

  private static String undeclared(List<String> names, Set<String> given) {
    Optional<String> twice = names.stream().filter(name -> name.matches(".*\\d")).map(name -> name.replaceAll("\\d+$", ""))
        .filter(given::contains).findFirst(); // Flink counts the second column of a name
    if (twice.isPresent()) {
      return "two columns of the query are called " + twice.get();
    }
    return names.size() == 1 ? "column " + names.get(0) + " of the query is not declared"
        : "columns " + list(names) + " of the query are not declared";
  }

  /** {@code SELECT *} gives a hundred of them. */
  private static String list(Collection<String> names) {
    String shown = names.stream().limit(MOST_SHOWN).collect(Collectors.joining(", ", "[", ""));
    return shown + (names.size() <= MOST_SHOWN ? "]" : " and " + (names.size() - MOST_SHOWN) + " more]");
  }

  private static Map<String, LogicalType> types(Table table) {
    Map<String, LogicalType> types = new LinkedHashMap<>();
    for (Column column : table.getResolvedSchema().getColumns()) {
      types.put(column.getName(), column.getDataType().getLogicalType());
    }
    return types;
  }

  private static boolean same(LogicalType given, LogicalType wanted) {
    boolean bothText = given.is(LogicalTypeFamily.CHARACTER_STRING) && shown(wanted).equals("STRING");
    return bothText || given.copy(true).equals(wanted.copy(true));
  }

  private static String shown(LogicalType type) {
    return type.copy(true).asSummaryString();
  }
}
