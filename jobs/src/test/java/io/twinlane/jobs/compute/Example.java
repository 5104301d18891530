package io.twinlane.jobs.compute;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A line of functions.txt: the names that it stands for, an expression or query that uses them, and what refuses it, if anything does. */
record Example(String section, List<String> names, String sql, String refusal) {
  static List<Example> all() throws IOException {
    List<Example> examples = new ArrayList<>();
    String section = "";
    for (String line : text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.indexOf(']'));
      } else {
        examples.add(of(section, line));
      }
    }
    return examples;
  }

  static List<Example> all(String section) throws IOException {
    return all().stream().filter(example -> example.section.equals(section)).toList();
  }

  private static Example of(String section, String line) {
    int sql = line.indexOf(" : ");
    int refusal = line.indexOf(" -> ", sql);
    return new Example(section, List.of(line.substring(0, sql).split(", ")), line.substring(sql + 3, refusal < 0 ? line.length() : refusal),
        refusal < 0 ? "" : line.substring(refusal + 4));
  }

  private static String text() throws IOException {
    try (InputStream in = Example.class.getResourceAsStream("functions.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A whole query of it; {@code after} follows an expression: OVER ... */
  String query(String after) {
    return sql.startsWith("SELECT ") ? sql : "SELECT symbol, CAST(" + sql + after + " AS STRING) AS r FROM market_tick";
  }
}
