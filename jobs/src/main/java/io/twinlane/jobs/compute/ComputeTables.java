package io.twinlane.jobs.compute;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.derive.FlinkTables;
import io.twinlane.kafka.KafkaConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The statements that declare what a computation reads and writes. */
final class ComputeTables {
  /** The table that a computation's result goes to. */
  static final String RESULT = "computation_result";

  private ComputeTables() {}

  /** The category tables that the computation names as its inputs, over Kafka, and the views of these categories. */
  static List<String> inputs(Catalog catalog, Computation computation, KafkaConfig kafka, boolean bounded) {
    return computation.inputs().stream()
        .flatMap(input -> FlinkTables.createStatements(
            catalog, catalog.category(input), kafka.bootstrapServers(), kafka.properties(), bounded).stream()).toList();
  }

  /** The result as Redis hashes. */
  static String result(Computation computation, ComputeConfig config) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("connector", "twinlane-redis");
    options.putAll(config.redis().tableOptions());
    options.put("key-prefix", computation.keyPrefix());
    options.put("ttl", computation.ttl().toMillis() + " ms");
    return result(computation, options);
  }

  /** The result in any other table. */
  static String result(Computation computation, Map<String, String> options) {
    String columns = computation.columns().stream().map(c -> name(c.name()) + " " + c.type()).collect(Collectors.joining(",\n  "));
    String with = options.entrySet().stream().map(o -> text(o.getKey()) + " = " + text(o.getValue())).collect(Collectors.joining(",\n  "));
    return "CREATE TEMPORARY TABLE " + RESULT + " (\n  " + columns + ",\n  PRIMARY KEY (" + keys(computation) + ") NOT ENFORCED\n) WITH (\n  "
        + with + "\n)";
  }

  /** The query's columns in the order of the declared ones; rows without a key are counted and left out. */
  static String insert(Computation computation, String view) {
    return "INSERT INTO " + RESULT + " SELECT "
        + computation.columns().stream().map(c -> name(c.name())).collect(Collectors.joining(", ")) + " FROM " + view
        + " WHERE " + HasKey.NAME + "(" + keys(computation) + ")";
  }

  private static String keys(Computation computation) {
    return computation.keys().stream().map(ComputeTables::name).collect(Collectors.joining(", "));
  }

  private static String name(String name) {
    return "`" + name + "`";
  }

  private static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
