package io.twinlane.normalize.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinlane.catalog.Amount;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.load.Problems;
import io.twinlane.normalize.NormalizeSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what a scenario's file expects with what came, message by message and row by row, and tells each difference by its line. */
final class Comparison {
  private static final String NONE = "nothing";
  private static final int MOST_TOLD = 3;
  private final NormalizeSpec spec;
  private final Path file;
  private final String shown;
  private final Problems problems;
  private int differences;
  private int lastTold;

  Comparison(NormalizeSpec spec, Path file, Problems problems) {
    this.spec = spec;
    this.file = file;
    this.shown = problems.shown(file);
    this.problems = problems;
  }

  /** {@code came} are the lines that a file that holds would have. */
  void check(List<ObjectNode> came) {
    Map<String, ObjectNode> left = new LinkedHashMap<>();
    came.forEach(line -> left.put(place(line), line));
    Set<String> seen = new TreeSet<>();
    for (JsonLines.Line line : Files.exists(file) ? JsonLines.read(file, problems) : List.<JsonLines.Line>of()) {
      String place = place(line.object());
      ObjectNode actual = left.remove(place);
      if (!seen.add(place)) {
        tell(line.number(), place + " stands here twice");
      } else if (actual == null) {
        tell(line.number(), place + " is expected and did not come");
      } else {
        compare(line, place, actual);
      }
    }
    left.forEach((place, line) -> tell(0, place + " came and is not expected: " + line));
    if (differences > MOST_TOLD) {
      problems.add(shown, lastTold, "and " + Amount.of(differences - MOST_TOLD, "difference") + " more");
    }
  }

  private void compare(JsonLines.Line line, String place, ObjectNode came) {
    Set<String> names = new TreeSet<>();
    line.object().fieldNames().forEachRemaining(names::add);
    came.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      String wanted = line.object().has(name) ? line.object().get(name).toString() : NONE;
      String given = came.has(name) ? came.get(name).toString() : NONE;
      if (!came.has(name) && unknown(name, came)) {
        tell(line.number(), Nearest.unknown("field", name, fields(came)));
      } else if (!wanted.equals(given)) {
        tell(line.number(), place + ": " + name + " is " + given + ", the file expects " + wanted);
      }
    }
  }

  /** One mistake in a mapping changes every row: a few differences show it, and leave room for what is wrong elsewhere. */
  private void tell(int line, String difference) {
    differences++;
    if (differences <= MOST_TOLD) {
      problems.add(shown, line, difference);
      lastTold = Math.max(lastTold, line);
    }
  }

  private boolean unknown(String name, ObjectNode came) {
    return came.has("category") && !fields(came).contains(name);
  }

  private List<String> fields(ObjectNode came) {
    Category category = spec.category(came.get("category").asText());
    return category.fields().stream().map(Field::name).toList();
  }

  private static String place(ObjectNode line) {
    return "message " + line.path("message").asText("?") + (line.has("row") ? " row " + line.path("row").asText() : "");
  }
}
