package io.twinlane.catalog.load;

import io.twinlane.catalog.Column;
import io.twinlane.catalog.ControlCharacters;
import io.twinlane.catalog.Source.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the columns of a source: listed in its mapping, or the header of its files as columns.csv beside the mapping has it. */
final class ColumnsReader {
  private static final String FROM_HEADER = "from-header";
  private final Problems problems;

  ColumnsReader(Problems problems) {
    this.problems = problems;
  }

  List<Column> read(YamlNode node, Format format, Path folder) {
    if (!node.isText()) {
      return listed(node, format);
    }
    if (!node.choice("way to give columns", Map.of(FROM_HEADER, true), false)) {
      return List.of();
    }
    if (format != Format.CSV) {
      node.problem("columns: from-header needs format: csv");
    }
    return header(folder.resolve("columns.csv"));
  }

  private List<Column> listed(YamlNode node, Format format) {
    List<Column> columns = new ArrayList<>();
    for (YamlNode item : node.items()) {
      Column column = column(item.only("name", "path", "array", "between", "description"), format);
      reasonAgainst(column.name(), columns).ifPresent(item::problem);
      columns.add(column);
    }
    return List.copyOf(columns);
  }

  private static Column column(YamlNode item, Format format) {
    String name = item.required("name").sentence();
    YamlNode between = item.optional("between");
    List<String> marks = between.present() ? between.texts() : null;
    if (marks != null && between.isList() && marks.size() != 2) {
      between.problem("between must hold two marks, not " + marks.size());
    }
    return new Column(name, path(item.optional("path"), name, format), item.optional("array").flag(false), marks,
        item.required("description").sentence());
  }

  private static List<String> path(YamlNode node, String name, Format format) {
    if (!node.present()) {
      return List.of(name);
    }
    if (node.isList()) {
      return node.texts();
    }
    return format == Format.CSV ? List.of(node.sentence()) : List.of(node.sentence().split("\\."));
  }

  private List<Column> header(Path file) {
    List<Column> columns = new ArrayList<>();
    for (String name : headerNames(file)) {
      reasonAgainst(name, columns).ifPresent(why -> problems.add(problems.shown(file), 1, why));
      columns.add(new Column(name, List.of(name), false, null, name.replaceAll("_+", " ").strip()));
    }
    return List.copyOf(columns);
  }

  private List<String> headerNames(Path file) {
    List<String> lines = BoundedText.read(file, problems).map(text -> text.lines().toList()).orElse(List.of());
    if (lines.isEmpty()) {
      return List.of();
    }
    if (lines.size() > 1) {
      problems.add(problems.shown(file), 2, "only the header line as published belongs here");
    }
    CsvLine header = new CsvLine();
    if (!header.read(lines.get(0))) {
      problems.add(problems.shown(file), 1, header.problem());
      return List.of();
    }
    return header.texts();
  }

  private static Optional<String> reasonAgainst(String name, List<Column> earlier) {
    String control = ControlCharacters.problem(name);
    if (control != null) {
      return Optional.of("column name " + name + " cannot be one: " + control);
    }
    if (Names.takenForColumn(name)) {
      return Optional.of("column name " + name + " is taken: every bronze table has such a column anyway");
    }
    Optional<Column> same = earlier.stream().filter(column -> column.name().equalsIgnoreCase(name) && !name.isEmpty()).findFirst();
    return same.map(column -> column.name().equals(name) ? "column " + name + " stands here twice"
        : "column " + name + " differs from " + column.name() + " in case alone: not every store tells them apart");
  }
}
