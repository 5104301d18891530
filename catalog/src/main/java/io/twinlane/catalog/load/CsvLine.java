package io.twinlane.catalog.load;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of comma-separated values, taken apart: its fields without the blanks around them, or why it cannot be. A field in double quotes
 * may hold commas, and quotes that are doubled; a quote anywhere else is a mistake, which is told and not guessed at.
 */
public final class CsvLine {
  private final String line;
  private final List<String> fields = new ArrayList<>();
  private String problem;
  private int at;

  private CsvLine(String line) {
    this.line = line;
  }

  public static CsvLine split(String line) {
    CsvLine split = new CsvLine(line);
    split.read();
    return split;
  }

  public List<String> fields() {
    return fields;
  }

  /** Null when the line is sound. */
  public String problem() {
    return problem;
  }

  private void read() {
    do {
      while (at < line.length() && blank(line.charAt(at))) {
        at++;
      }
      fields.add(at < line.length() && line.charAt(at) == '"' ? quoted() : plain());
    } while (problem == null && at++ < line.length());
  }

  private String plain() {
    int start = at;
    while (at < line.length() && line.charAt(at) != ',') {
      if (line.charAt(at) == '"') {
        problem = "a quote stands within a field. Allowed: the whole field in quotes, and quotes in it doubled";
      }
      at++;
    }
    return line.substring(start, at).strip();
  }

  /** Reads up to the comma, or the line's end, behind the closing quote. */
  private String quoted() {
    StringBuilder field = new StringBuilder();
    for (at++; at < line.length(); at++) {
      if (line.charAt(at) != '"') {
        field.append(line.charAt(at));
      } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
        field.append(line.charAt(at++));
      } else {
        afterQuote();
        return field.toString().strip();
      }
    }
    problem = "a quote is not closed";
    return field.toString();
  }

  private void afterQuote() {
    for (at++; at < line.length() && line.charAt(at) != ','; at++) {
      if (!blank(line.charAt(at))) {
        problem = "something stands behind a closing quote. Allowed: a comma or the line's end";
      }
    }
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t';
  }
}
