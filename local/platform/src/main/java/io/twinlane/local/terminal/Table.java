package io.twinlane.local.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Aligned columns under a heading: words to the left, numbers (a column named with a leading {@code >}) to the right. */
public final class Table {
  private static final String GAP = "  ";

  private final List<String> heads;
  private final boolean[] right;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<String> heads, boolean[] right) {
    this.heads = heads;
    this.right = right;
  }

  /** A table with these column heads; {@code >rows} is right-aligned under {@code rows}. */
  public static Table of(String... columns) {
    boolean[] right = new boolean[columns.length];
    List<String> heads = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      right[i] = columns[i].startsWith(">");
      heads.add(right[i] ? columns[i].substring(1) : columns[i]);
    }
    return new Table(heads, right);
  }

  /** Adds a row; null is an empty cell, and a cell may be coloured. */
  public Table row(Object... cells) {
    if (cells.length != heads.size()) {
      throw new IllegalArgumentException("Cannot add a row of " + cells.length + " cells: the table has " + heads.size() + " columns "
          + heads);
    }
    rows.add(Arrays.stream(cells).map(cell -> cell == null ? "" : Printable.line(cell.toString())).toList());
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, heads first, without trailing blanks. */
  public List<String> lines(Colours colours) {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    lines.add(line(heads.stream().map(colours::strong).toList(), widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  /** The lines as one text that ends with a line feed. */
  public String text(Colours colours) {
    return String.join("\n", lines(colours)) + "\n";
  }

  private int[] widths() {
    return IntStream.range(0, heads.size())
        .map(i -> Math.max(Colours.width(heads.get(i)), rows.stream().mapToInt(row -> Colours.width(row.get(i))).max().orElse(0)))
        .toArray();
  }

  private String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length).mapToObj(i -> pad(cells.get(i), widths[i], right[i])).collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String pad(String cell, int width, boolean right) {
    String blanks = " ".repeat(Math.max(0, width - Colours.width(cell)));
    return right ? blanks + cell : cell + blanks;
  }
}
