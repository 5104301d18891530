package io.twinlane.jobs.compute;

import io.twinlane.catalog.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Flink's planner says of a query, in one sentence and with the place: line and column are 0 when it names none. */
record PlannerMessage(int line, int column, String sentence) {
  private static final int LONGEST = 400;
  private static final Pattern PLACE = Pattern.compile("(?:From|at|At) line (\\d+), column (\\d+)(?: to line \\d+, column \\d+)?:?");
  private static final Pattern LEAD = Pattern.compile("SQL validation failed\\.|SQL parse failed\\.");
  /** Flink names types at length where it could say what the team wrote. */
  private static final List<String[]> TYPES = List.of(new String[] {"VARCHAR(2147483647)", "STRING"},
      new String[] {"VARBINARY(2147483647)", "BYTES"}, new String[] {"TIMESTAMP_WITH_LOCAL_TIME_ZONE", "TIMESTAMP_LTZ"});

  static PlannerMessage of(Throwable failure) {
    List<Throwable> causes = causes(failure);
    if (causes.stream().anyMatch(StackOverflowError.class::isInstance) || PlannerSlip.tooDeep(causes)) {
      return new PlannerMessage(0, 0, "the query is too long or nested too deep for Flink's planner: shorten it, "
          + "such as x IN (1, 2, 3) instead of many ORs");
    }
    Throwable telling = telling(causes);
    if (PlannerSlip.isOne(telling)) {
      return new PlannerMessage(0, 0, PlannerSlip.sentence(telling));
    }
    Matcher place = PLACE.matcher(telling.getMessage());
    boolean placed = place.find();
    return new PlannerMessage(placed ? Integer.parseInt(place.group(1)) : 0, placed ? Integer.parseInt(place.group(2)) : 0,
        firstSentence(telling.getMessage()));
  }

  Problem problem(String file, CommonMistakes mistakes) {
    String said = bounded(mistakes.explain(this));
    boolean placed = column > 0 && !said.startsWith(CommonMistakes.UNKNOWN_COLUMN); // whose name shows where in the line it is
    return new Problem(file, line, (placed ? "column " + column + ": " : "") + said);
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  /** Never more than the first line: plans and lists of what a parser would have liked to see follow there. */
  private static String firstSentence(String message) {
    List<String> lines = LEAD.matcher(PLACE.matcher(message).replaceAll("")).replaceAll("").lines()
        .map(String::strip).filter(line -> !line.isEmpty()).toList();
    String first = lines.isEmpty() ? "" : lines.get(0);
    boolean goesOn = first.endsWith(":") && lines.size() > 1 && !first.contains("plan");
    String sentence = (goesOn ? first + " " + lines.get(1) : first).replaceAll("(?<=\\.) [^.]*plan[^.]*:$", "")
        .replaceAll("\\s+", " ").replace(" .", ".").replaceAll("[ .]+$", "").strip();
    for (String[] type : TYPES) {
      sentence = sentence.replace(type[0], type[1]);
    }
    return sentence;
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  /** The deepest message that says where; else the deepest one. */
  private static Throwable telling(List<Throwable> causes) {
    Throwable telling = causes.get(0);
    boolean placed = false;
    for (Throwable cause : causes) {
      boolean here = cause.getMessage() != null && PLACE.matcher(cause.getMessage()).find();
      if (cause.getMessage() != null && (here || !placed)) {
        telling = cause;
        placed = here;
      }
    }
    return telling;
  }
}
