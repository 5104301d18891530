package io.twinlane.normalize.read;

import io.twinlane.catalog.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a source compiled for reading: a tree of the paths they need, each leading to a slot of the cells. */
public final class Layout {
  /** One step of a path. Slot -1: no column ends here. */
  static final class Node {
    final Map<String, Node> children = new HashMap<>();
    int slot = -1;
    boolean array;
  }

  private final Node root = new Node();
  private final Map<String, ColumnCell> byName = new HashMap<>();
  private final List<ColumnCell> columns = new ArrayList<>();
  private int slots;

  public Layout(List<Column> declared) {
    for (Column column : declared) {
      ColumnCell cell = new ColumnCell(column, slotOf(column));
      columns.add(cell);
      byName.put(column.name(), cell);
    }
  }

  private int slotOf(Column column) {
    Node node = root;
    for (String step : path(column)) {
      node = node.children.computeIfAbsent(step, ignored -> new Node());
    }
    node.array |= column.array();
    if (node.slot < 0) {
      node.slot = slots++;
    }
    return node.slot;
  }

  /** A column without a path stands under its own name. */
  static List<String> path(Column column) {
    return column.path() == null || column.path().isEmpty() ? List.of(column.name()) : column.path();
  }

  public List<ColumnCell> columns() {
    return columns;
  }

  public ColumnCell column(String name) {
    ColumnCell cell = byName.get(name);
    if (cell == null) {
      throw new IllegalArgumentException("Cannot find column " + name + ": the source has " + byName.keySet());
    }
    return cell;
  }

  public Cells newCells() {
    return new Cells(slots);
  }

  Node root() {
    return root;
  }
}
