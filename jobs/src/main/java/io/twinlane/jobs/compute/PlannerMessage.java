package io.twinlane.jobs.compute;

import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What Flink's planner says of a query, in one sentence and with the place: line and column are 0 when it names none. */
record PlannerMessage(int line, int column, String text) {
  private static final Pattern PLACE = Pattern.compile("(?:From|at|At) line (\\d+), column (\\d+)(?: to line \\d+, column \\d+)?:?");
  private static final Pattern UPSERT_KEY = Pattern.compile("upsert key that differs.*upsert key: (.+?)\\.\\s", Pattern.DOTALL);
  private static final Pattern NOT_ONE_QUERY = Pattern.compile("Unsupported SQL query!|only single statement supported");
  private static final Pattern UNKNOWN_COLUMN = Pattern.compile("Column '(\\w+)' not found in (any table|table '\\w+')");
  private static final Pattern UNKNOWN_TABLE = Pattern.compile("Object '\\w+' not found");
  private static final String LEAD = "SQL validation failed\\.|SQL parse failed\\.";

  static PlannerMessage of(Throwable failure) {
    String message = telling(failure);
    Matcher place = PLACE.matcher(message);
    boolean placed = place.find();
    return new PlannerMessage(placed ? Integer.parseInt(place.group(1)) : 0, placed ? Integer.parseInt(place.group(2)) : 0, message);
  }

  /** {@code columns} are those that the query may use. */
  Problem problem(String file, Computation computation, Collection<String> columns) {
    return new Problem(file, line, (column > 0 ? "column " + column + ": " : "") + sentence(computation, columns));
  }

  private String sentence(Computation computation, Collection<String> columns) {
    Matcher upsertKey = UPSERT_KEY.matcher(text);
    if (upsertKey.find()) {
      return "a row of the result is told apart by " + upsertKey.group(1) + ", a Redis key by " + computation.keys()
          + ": several rows would write one key in turn. Group by the key columns, or make keys what the query groups by";
    }
    if (NOT_ONE_QUERY.matcher(text).find()) {
      return "the file must hold one SELECT and nothing else: where its result goes, computation.yaml says";
    }
    String sentence = firstSentence();
    if (UNKNOWN_TABLE.matcher(sentence).find()) {
      return sentence + ". Tables are the inputs that computation.yaml names: " + computation.inputs();
    }
    Matcher unknown = UNKNOWN_COLUMN.matcher(sentence);
    return sentence + (unknown.find() ? nearest(unknown.group(1), columns).map(name -> "; did you mean '" + name + "'?").orElse("") : "");
  }

  private String firstSentence() {
    String plain = PLACE.matcher(text).replaceAll("").replaceAll(LEAD, "").strip();
    return plain.lines().findFirst().orElse("").replaceAll("\\s+", " ").replaceAll(" \\.$", "").strip();
  }

  private static Optional<String> nearest(String name, Collection<String> columns) {
    LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, name.length() / 3));
    return columns.stream().filter(column -> distance.apply(name, column) >= 0)
        .min(Comparator.comparing(column -> distance.apply(name, column)));
  }

  /** The deepest message that says where; else the deepest one. */
  private static String telling(Throwable failure) {
    String telling = failure.toString();
    boolean placed = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean here = cause.getMessage() != null && PLACE.matcher(cause.getMessage()).find();
      if (cause.getMessage() != null && (here || !placed)) {
        telling = cause.getMessage();
        placed = here;
      }
    }
    return telling;
  }
}
