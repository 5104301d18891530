package io.twinlane.jobs.compute.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Computation.OutputColumn;
import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.derive.RedisKeys;
import io.twinlane.catalog.load.Problems;
import io.twinlane.normalize.scenario.JsonLines;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What out.jsonl expects of Redis: a hash a line, its key and its fields as text. What no run could ever give is told with its line. */
final class ExpectedHashes {
  private static final String KEY = "key";

  private final Computation computation;
  private final String file;
  private final Problems problems;
  private final Map<String, Map<String, String>> hashes = new TreeMap<>();

  private ExpectedHashes(Computation computation, String file, Problems problems) {
    this.computation = computation;
    this.file = file;
    this.problems = problems;
  }

  /** Fields by key; no line expects nothing at all. */
  static Map<String, Map<String, String>> read(Computation computation, Path path, Problems problems) {
    ExpectedHashes expected = new ExpectedHashes(computation, problems.shown(path), problems);
    JsonLines.read(path, problems).forEach(expected::add);
    return expected.hashes;
  }

  private void add(JsonLines.Line line) {
    Map<String, String> fields = new TreeMap<>();
    line.object().properties().forEach(field -> fields.put(field.getKey(), text(field.getKey(), field.getValue(), line.number())));
    String key = fields.remove(KEY);
    if (key == null) {
      problems.add(file, line.number(), "key is missing: such as " + RedisKeys.example(computation));
      return;
    }
    checkColumns(fields, line.number());
    checkKey(key, fields, line.number());
    if (hashes.put(key, fields) != null) {
      problems.add(file, line.number(), "key " + key + " stands here twice");
    }
  }

  private String text(String name, JsonNode value, int line) {
    if (!value.isTextual()) {
      problems.add(file, line, name + " must be a text in quotes, as Redis holds it, not " + value);
    }
    return value.asText();
  }

  private void checkColumns(Map<String, String> fields, int line) {
    List<String> names = computation.columns().stream().map(OutputColumn::name).toList();
    fields.keySet().stream().filter(name -> !names.contains(name))
        .forEach(name -> problems.add(file, line, Nearest.unknown("column", name, names)));
    for (OutputColumn column : computation.columns()) {
      if (fields.containsKey(column.name())) {
        RedisText.problem(column.type(), fields.get(column.name()))
            .ifPresent(why -> problems.add(file, line, column.name() + " " + fields.get(column.name()) + " " + why));
      }
    }
  }

  /** A hash holds the columns of its key, too: the one follows from the others. */
  private void checkKey(String key, Map<String, String> fields, int line) {
    List<String> absent = computation.keys().stream().filter(column -> !fields.containsKey(column)).toList();
    if (!absent.isEmpty()) {
      problems.add(file, line, "columns of the key are missing: " + String.join(", ", absent));
      return;
    }
    String wanted = RedisKeys.key(computation, computation.keys().stream().map(fields::get).toList());
    if (!key.equals(wanted)) {
      problems.add(file, line, "key " + key + " does not go with its columns: that would be " + wanted);
    }
  }
}
