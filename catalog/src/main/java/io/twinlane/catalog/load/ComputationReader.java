package io.twinlane.catalog.load;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Computation.OutputColumn;
import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.Team;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads one folder sql/team/computation: computation.yaml and query.sql. */
final class ComputationReader {
  private final Vocabulary vocabulary;
  private final Problems problems;

  ComputationReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  Computation read(Path folder, Team team) {
    String name = folder.getFileName().toString();
    if (!Names.isSnake(name)) {
      problems.add(folder, "computation " + name + " must be lower snake case, such as vwap_1m: it becomes part of key names");
    }
    YamlNode root = YamlFile.open(folder.resolve("computation.yaml"), problems).only("description", "keys", "ttl", "inputs", "columns");
    List<OutputColumn> columns = columns(root.required("columns"));
    return new Computation(team.name(), name, root.required("description").sentence(), keys(root.required("keys"), columns),
        root.optional("ttl").duration(team.ttl()), inputs(root.required("inputs")), columns, sql(folder.resolve("query.sql")));
  }

  private static List<OutputColumn> columns(YamlNode node) {
    List<OutputColumn> columns = new ArrayList<>();
    for (YamlNode item : node.items()) {
      item.only("name", "type", "description");
      YamlNode type = item.required("type");
      OutputColumn column = new OutputColumn(item.required("name").snakeName(), type.sentence(), item.required("description").sentence());
      if (!column.type().isEmpty()) {
        ResultType.problem(column.type()).ifPresent(why -> type.problem("column " + column.name() + ": " + why));
      }
      if (columns.stream().anyMatch(other -> other.name().equals(column.name()))) {
        item.problem("column " + column.name() + " stands here twice");
      } else if (!column.name().isEmpty()) {
        columns.add(column);
      }
    }
    if (node.isList() && node.items().isEmpty()) {
      node.problem("columns has no entry");
    }
    return List.copyOf(columns);
  }

  private static List<String> keys(YamlNode node, List<OutputColumn> columns) {
    List<String> names = columns.stream().map(OutputColumn::name).toList();
    List<String> keys = new ArrayList<>();
    for (YamlNode item : node.items()) {
      String key = item.text();
      if (keys.contains(key)) {
        item.problem("key column " + key + " stands here twice");
      } else if (!key.isEmpty() && !names.isEmpty() && !names.contains(key)) {
        item.problem(Nearest.unknown("key column", key, names));
      }
      columns.stream().filter(column -> column.name().equals(key) && !ResultType.exact(column.type())).findFirst()
          .ifPresent(column -> item.problem("key column " + key + " is a " + column.type() + ": a key must be exact, such as a DECIMAL"));
      keys.add(key);
    }
    if (node.isList() && keys.isEmpty()) {
      node.problem("keys has no entry");
    }
    return List.copyOf(keys);
  }

  private List<String> inputs(YamlNode node) {
    List<YamlNode> items = node.items();
    if (node.isList() && items.isEmpty()) {
      node.problem("inputs has no entry");
    }
    return items.stream().map(vocabulary::category).flatMap(found -> found.stream()).map(Category::name).distinct().toList();
  }

  private String sql(Path file) {
    String sql = BoundedText.read(file, problems).orElse(null);
    if (sql != null && sql.isBlank()) {
      problems.add(file, "the file is empty");
    }
    return sql == null ? "" : sql;
  }
}
