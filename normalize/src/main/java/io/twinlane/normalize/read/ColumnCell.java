package io.twinlane.normalize.read;

import io.twinlane.catalog.Column;

/** Where the value of one column is found in the cells of a record, and which part of it counts. */
public final class ColumnCell {
  private final Column column;
  private final int slot;
  private final String after;
  private final String before;

  ColumnCell(Column column, int slot) {
    this.column = column;
    this.slot = slot;
    boolean part = column.between() != null && column.between().size() == 2;
    this.after = part ? column.between().get(0) : null;
    this.before = part ? column.between().get(1) : null;
  }

  public String name() {
    return column.name();
  }

  public Kind kind(Cells cells) {
    Kind kind = cells.kind(slot);
    return after != null && kind == Kind.STRING && cells.text(slot).indexOf(after) < 0 ? Kind.ABSENT : kind;
  }

  /** The value's text; null where the kind has none. */
  public String text(Cells cells) {
    Kind kind = cells.kind(slot);
    if (kind == Kind.ABSENT || kind == Kind.NULL) {
      return null;
    }
    return after != null && kind == Kind.STRING ? part(cells.text(slot)) : cells.text(slot);
  }

  /** The elements of an array column; only where its kind is ARRAY. */
  public Items items(Cells cells) {
    return cells.items(slot);
  }

  private String part(String whole) {
    int mark = whole.indexOf(after);
    if (mark < 0) {
      return null;
    }
    int start = mark + after.length();
    int end = before.isEmpty() ? -1 : whole.indexOf(before, start); // no mark: to the end
    return end < 0 ? whole.substring(start) : whole.substring(start, end);
  }
}
