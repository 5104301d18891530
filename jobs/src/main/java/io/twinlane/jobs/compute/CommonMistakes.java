package io.twinlane.jobs.compute;

import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people get wrong most often, with a way out; whatever else Flink says is told as it is. */
final class CommonMistakes {
  /** What is said of a column begins so, and its name. */
  static final String UNKNOWN_COLUMN = "unknown column ";

  private final Computation computation;
  private final Collection<String> columns;
  private final Collection<String> timeColumns;
  private final List<Mistake> known = List.of(
      mistake("Unsupported SQL query!|only single statement supported|Non-query expression", words -> QueryText.ONE_SELECT),
      mistake("upsert key that differs.*upsert key:\\s*(\\[[^]]*])?", this::severalRowsOfAKey),
      mistake("Column '(\\w+)' not found in (?:any table|table '(\\w+)')", this::unknownColumn),
      mistake("(.*Object '\\w+' not found).*", words -> words.group(1) + ". Tables are the inputs that computation.yaml names: "
          + computation().inputs()),
      mistake("(Expression '(\\S+)' is not being grouped)", words -> words.group(1) + ": add it to GROUP BY, or take one value of the group, "
          + "such as LAST_VALUE(" + words.group(2) + ")"),
      mistake("time attribute type|time attribute column|Non-time attribute sort|either rowtime or proctime|ordered by a single time column",
          words -> onTime()),
      mistake("Sort on a non-time-attribute field is not supported", words -> "a stream that never ends cannot be sorted: leave ORDER BY out "
          + "(each Redis key holds its newest row), or keep the first rows of each key with ROW_NUMBER() OVER (PARTITION BY ... ORDER BY ...)"),
      mistake("Encountered \"\\\\\"\"", words -> "Encountered \": a text stands in single quotes ('x'), a name in backticks (`x`)"),
      mistake("Encountered \"\\\\'\"", words -> "a text begins here whose closing quote is missing"),
      mistake("Encountered \"<EOF>\"", words -> "the query ends too early: something is missing, or a bracket or a quote is never closed"),
      mistake("Lexical error.*\"(\\\\u[0-9a-f]{4}|.)\" \\((\\d+)\\)", words -> String.format("SQL has no character %c (U+%04X): an editor may "
          + "have put it there for a plain quote or space", Integer.parseInt(words.group(2)), Integer.parseInt(words.group(2)))),
      mistake("(Encountered \"(\\w+)\")", this::nameOrWord),
      mistake("'OPTIONS' hint is allowed only when", words -> "the hint OPTIONS is not allowed: where a table comes from is not the query's "
          + "to say"));

  /** Words of Flink, and what is said in their place. */
  private record Mistake(Pattern words, Function<Matcher, String> instead) {}

  /** {@code columns} are those that the query may use, {@code timeColumns} those that windows work on. */
  CommonMistakes(Computation computation, Collection<String> columns, Collection<String> timeColumns) {
    this.computation = computation;
    this.columns = columns;
    this.timeColumns = timeColumns;
  }

  String explain(PlannerMessage message) {
    for (Mistake mistake : known) {
      Matcher words = mistake.words().matcher(message.sentence());
      if (words.find()) {
        return mistake.instead().apply(words);
      }
    }
    return message.sentence();
  }

  private static Mistake mistake(String words, Function<Matcher, String> instead) {
    return new Mistake(Pattern.compile(words), instead);
  }

  private Computation computation() {
    return computation;
  }

  private String severalRowsOfAKey(Matcher words) {
    String toldApart = words.group(1) == null ? "nothing (rows change without a key)" : words.group(1);
    return "a row of the result is told apart by " + toldApart + ", a Redis key by " + computation.keys()
        + ": several rows would write one key in turn. Group by the key columns, or make keys what the query groups by"
        + (ordersByAnotherTime() ? "; in OVER, order by " + String.join(" or ", timeColumns) : "");
  }

  private boolean ordersByAnotherTime() {
    Matcher over = Pattern.compile("(?is)\\bOVER\\s*\\([^)]*ORDER\\s+BY\\s+([\\w.`]+)").matcher(QueryText.of(computation));
    return over.find() && timeColumns.stream().noneMatch(over.group(1)::contains);
  }

  private String unknownColumn(Matcher words) {
    String name = words.group(1);
    String unknown = UNKNOWN_COLUMN + name + (words.group(2) == null ? "" : " of " + words.group(2));
    if (columns.contains(name)) {
      return unknown + ": the inputs have it, but what this part of the query reads FROM has not";
    }
    return unknown + Nearest.find(name, columns).map(near -> "; did you mean " + near + "?").orElse("");
  }

  private String onTime() {
    return "windows, and whatever is ordered by time, need " + String.join(" or ", timeColumns) + ", the time in milliseconds: write "
        + "DESCRIPTOR(" + timeColumns.iterator().next() + ") or ORDER BY " + timeColumns.iterator().next();
  }

  /** A word that SQL knows, used as a name without backticks: {@code AS minute}. */
  private String nameOrWord(Matcher words) {
    boolean name = Pattern.compile("(?i)\\bAS\\s+" + words.group(2) + "\\b").matcher(QueryText.of(computation)).find();
    return words.group(1) + (name ? ": a name that is also a word of SQL stands in backticks, `" + words.group(2) + "`" : "");
  }
}
