package io.twinlane.catalog.load;

import io.twinlane.catalog.ControlCharacters;
import io.twinlane.catalog.Identifier;
import io.twinlane.catalog.Instrument;
import io.twinlane.catalog.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the lines of an instrument table: below a header that names the five columns in any order, or without one in their own order. */
public final class InstrumentLines {
  private static final List<String> COLUMNS = List.of("source", "id", "symbol", "price_unit", "size_unit");
  private static final String LINE = String.join(",", COLUMNS);
  private static final int MAX_SYMBOL = 200;
  private final String file;
  private final Collection<String> sources;
  private final Collection<String> units;
  private final Problems problems;
  private final Map<List<String>, Integer> lineOf = new HashMap<>();
  private final CsvLine csv = new CsvLine();
  private List<String> order = COLUMNS;

  /** {@code units} null: any unit of the right form goes. */
  public InstrumentLines(String file, Collection<String> sources, Collection<String> units, Problems problems) {
    this.file = file;
    this.sources = sources;
    this.units = units;
    this.problems = problems;
  }

  public List<Instrument> read(String text) {
    List<Instrument> instruments = new ArrayList<>();
    List<String> lines = text.lines().toList();
    boolean first = true;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        List<String> fields = fields(lines.get(i), i + 1);
        if (first && isHeader(fields)) {
          if (!readHeader(fields, i + 1)) {
            return List.of();
          }
        } else if (!fields.isEmpty()) {
          instrument(fields, i + 1).ifPresent(instruments::add);
        }
        first = false;
      }
    }
    if (first) {
      problems.add(file, 0, "the file is empty. Allowed: a line " + LINE + ", and one for each instrument");
    }
    return List.copyOf(instruments);
  }

  /** The line's fields; none when it cannot be taken apart, which has been told then. */
  private List<String> fields(String text, int line) {
    String control = ControlCharacters.problem(text);
    if (control != null) {
      problems.add(file, line, control + ". Allowed: characters that can be seen, and commas between the fields");
      return List.of();
    }
    if (!csv.read(text)) {
      problems.add(file, line, csv.problem());
      return List.of();
    }
    if (csv.strayQuote()) {
      problems.add(file, line, "a quote stands within a field. Allowed: the whole field in quotes, and quotes in it doubled");
      return List.of();
    }
    return List.copyOf(csv.texts());
  }

  private static boolean isHeader(List<String> fields) {
    return fields.stream().map(InstrumentLines::columnName).filter(COLUMNS::contains).count() >= 2;
  }

  private static String columnName(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
  }

  /** False when the lines below cannot be read by it. */
  private boolean readHeader(List<String> fields, int line) {
    order = fields.stream().map(InstrumentLines::columnName).toList();
    List<String> wrong = new ArrayList<>();
    order.stream().filter(name -> !COLUMNS.contains(name)).forEach(name -> wrong.add(Nearest.unknown("column", name, COLUMNS)));
    COLUMNS.stream().filter(name -> !order.contains(name)).forEach(name -> wrong.add("column " + name + " is missing. Allowed: " + LINE));
    if (new HashSet<>(order).size() < order.size()) {
      wrong.add("a column stands twice in the header. Allowed: " + LINE);
    }
    wrong.forEach(problem -> problems.add(file, line, problem));
    return wrong.isEmpty();
  }

  private Optional<Instrument> instrument(List<String> fields, int line) {
    if (fields.size() != order.size()) {
      problems.add(file, line, "there are " + fields.size() + " fields instead of " + order.size() + ": " + String.join(",", order));
      return Optional.empty();
    }
    String source = value(fields, "source");
    String id = value(fields, "id");
    String symbol = value(fields, "symbol");
    if (source == null || id == null || symbol == null) {
      problems.add(file, line, "source, id and symbol must not be empty");
      return Optional.empty();
    }
    if (!sources.contains(source)) {
      problems.add(file, line, Nearest.unknown("source", source, sources));
    }
    checkLength("id", id, Identifier.MAX_LENGTH, line);
    checkLength("symbol", symbol, MAX_SYMBOL, line);
    checkOnce(source, id, symbol, line);
    return Optional.of(new Instrument(source, id, symbol, unit(fields, "price_unit", line), unit(fields, "size_unit", line)));
  }

  private String value(List<String> fields, String column) {
    String value = fields.get(order.indexOf(column));
    return value.isEmpty() ? null : value;
  }

  private String unit(List<String> fields, String column, int line) {
    String unit = value(fields, column);
    if (unit != null) {
      UnitText.problem(unit, units).ifPresent(why -> problems.add(file, line, column + ": " + why));
    }
    return unit;
  }

  private void checkLength(String column, String text, int most, int line) {
    int length = text.length();
    if (length > most) {
      problems.add(file, line, String.format(Locale.ROOT, "%s has %,d characters: at most %d are allowed", column, length, most));
    }
  }

  private void checkOnce(String source, String id, String symbol, int line) {
    Integer sameId = lineOf.putIfAbsent(List.of("id", source, id), line);
    Integer sameSymbol = lineOf.putIfAbsent(List.of("symbol", source, symbol), line);
    if (sameId != null && sameId.equals(sameSymbol)) {
      problems.add(file, line, "id " + id + " and symbol " + symbol + " of source " + source + " stand in line " + sameId + " already");
      return;
    }
    told("id", id, source, sameId, line);
    told("symbol", symbol, source, sameSymbol, line);
  }

  private void told(String column, String text, String source, Integer earlier, int line) {
    if (earlier != null) {
      problems.add(file, line, column + " " + text + " of source " + source + " stands in line " + earlier + " already");
    }
  }
}
