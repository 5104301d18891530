package io.twinlane.catalog.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits one line of comma-separated values; a field in double quotes may hold commas and doubled quotes. */
public final class CsvLine {
  private CsvLine() {}

  /** The fields, or empty when a quote is never closed. */
  public static Optional<List<String>> split(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return quoted ? Optional.empty() : Optional.of(fields);
  }
}
