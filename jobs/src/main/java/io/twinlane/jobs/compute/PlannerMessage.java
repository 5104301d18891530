package io.twinlane.jobs.compute;

import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Flink's planner says of a query, in one sentence and with the place: line and column are 0 when it names none. */
record PlannerMessage(int line, int column, String text) {
  private static final Pattern PLACE = Pattern.compile("(?:From|at|At) line (\\d+), column (\\d+)(?: to line \\d+, column \\d+)?:?");
  private static final Pattern UPSERT_KEY = Pattern.compile("upsert key that differs.*upsert key: (.+?)\\.\\s", Pattern.DOTALL);

  static PlannerMessage of(Throwable failure) {
    String message = telling(failure);
    Matcher place = PLACE.matcher(message);
    boolean placed = place.find();
    return new PlannerMessage(placed ? Integer.parseInt(place.group(1)) : 0, placed ? Integer.parseInt(place.group(2)) : 0, message);
  }

  Problem problem(String file, Computation computation) {
    return new Problem(file, line, (column > 0 ? "column " + column + ": " : "") + sentence(computation));
  }

  private String sentence(Computation computation) {
    Matcher upsertKey = UPSERT_KEY.matcher(text);
    if (upsertKey.find()) {
      return "a row of the result is told apart by " + upsertKey.group(1) + ", a Redis key by " + computation.keys()
          + ": several rows would write one key in turn. Group by the key columns, or make keys what the query groups by";
    }
    String plain = PLACE.matcher(text).replaceAll("").replace("SQL validation failed.", "").replace("SQL parse failed.", "");
    String oneLine = plain.lines().findFirst().orElse("").isBlank() ? plain : plain.strip().lines().findFirst().orElse("");
    String sentence = oneLine.strip().replaceAll("\\s+", " ");
    return sentence.contains("Object '") && sentence.contains("not found")
        ? sentence + ". Tables are the inputs that computation.yaml names: " + computation.inputs() : sentence;
  }

  /** The deepest message that says where; else the outermost one. */
  private static String telling(Throwable failure) {
    String telling = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && (telling == null || PLACE.matcher(cause.getMessage()).find())) {
        telling = cause.getMessage();
      }
    }
    return telling == null ? failure.toString() : telling;
  }
}
