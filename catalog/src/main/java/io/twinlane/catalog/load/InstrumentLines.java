package io.twinlane.catalog.load;

import io.twinlane.catalog.Instrument;
import io.twinlane.catalog.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the lines of an instrument table. */
public final class InstrumentLines {
  private static final List<String> COLUMNS = List.of("source", "id", "symbol", "price_unit", "size_unit");
  private final String file;
  private final Collection<String> sources;
  private final Collection<String> units;
  private final Problems problems;
  private final Map<List<String>, Integer> lineOf = new HashMap<>();
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
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        fields(lines.get(i), i + 1, lineOf.isEmpty() && instruments.isEmpty()).ifPresent(instruments::add);
      }
    }
    return List.copyOf(instruments);
  }

  private Optional<Instrument> fields(String text, int line, boolean first) {
    Optional<List<String>> split = CsvLine.split(text).map(fields -> fields.stream().map(String::strip).toList());
    if (split.isEmpty()) {
      problems.add(file, line, "a quote is not closed");
      return Optional.empty();
    }
    List<String> fields = split.get();
    if (first && isHeader(fields)) {
      readHeader(fields, line);
      return Optional.empty();
    }
    if (fields.size() != order.size()) {
      problems.add(file, line, "there are " + fields.size() + " fields instead of " + order.size() + ": " + String.join(",", order));
      return Optional.empty();
    }
    return instrument(fields, line);
  }

  private static boolean isHeader(List<String> fields) {
    return fields.stream().map(InstrumentLines::columnName).filter(COLUMNS::contains).count() >= 2;
  }

  private static String columnName(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
  }

  private void readHeader(List<String> fields, int line) {
    order = fields.stream().map(InstrumentLines::columnName).toList();
    order.stream().filter(name -> !COLUMNS.contains(name))
        .forEach(name -> problems.add(file, line, Nearest.unknown("column", name, COLUMNS)));
    COLUMNS.subList(0, 3).stream().filter(name -> !order.contains(name))
        .forEach(name -> problems.add(file, line, "column " + name + " is missing"));
  }

  private Optional<Instrument> instrument(List<String> fields, int line) {
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
    checkOnce(List.of("id", source, id), line);
    checkOnce(List.of("symbol", source, symbol), line);
    return Optional.of(new Instrument(source, id, symbol, unit(fields, "price_unit", line), unit(fields, "size_unit", line)));
  }

  /** Null when empty or not given at all. */
  private String value(List<String> fields, String column) {
    int index = order.indexOf(column);
    return index < 0 || fields.get(index).isEmpty() ? null : fields.get(index);
  }

  private String unit(List<String> fields, String column, int line) {
    String unit = value(fields, column);
    if (unit != null) {
      UnitText.problem(unit, units).ifPresent(why -> problems.add(file, line, column + ": " + why));
    }
    return unit;
  }

  private void checkOnce(List<String> key, int line) {
    Integer earlier = lineOf.putIfAbsent(key, line);
    if (earlier != null) {
      problems.add(file, line, key.get(0) + " " + key.get(2) + " of source " + key.get(1) + " stands in line " + earlier + " already");
    }
  }
}
