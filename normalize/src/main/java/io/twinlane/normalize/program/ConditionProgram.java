package io.twinlane.normalize.program;

import io.twinlane.catalog.Condition;
import io.twinlane.normalize.read.Cells;
import io.twinlane.normalize.read.ColumnCell;
import io.twinlane.normalize.read.Kind;
import io.twinlane.normalize.read.Layout;
import io.twinlane.normalize.value.Quote;
import java.util.ArrayList;
import java.util.List;

/** A column's test, compiled. A column whose value is null counts as not there. */
public final class ConditionProgram {
  private final ColumnCell column;
  private final String[] is;
  private final String prefix;

  public ConditionProgram(Condition condition, Layout layout) {
    boolean always = condition == null || condition.column() == null;
    column = always ? null : layout.column(condition.column());
    is = always || condition.is() == null || condition.is().isEmpty() ? null : condition.is().toArray(String[]::new);
    prefix = always ? null : condition.startsWith();
  }

  public boolean test(Cells cells) {
    if (column == null) {
      return true;
    }
    Kind kind = column.kind(cells);
    if (kind == Kind.ABSENT || kind == Kind.NULL) {
      return false;
    }
    if (is == null && prefix == null) {
      return true;
    }
    String text = kind.textual() || kind == Kind.BOOLEAN ? column.text(cells) : null;
    return text != null && (is == null || isOneOf(text)) && (prefix == null || text.startsWith(prefix));
  }

  private boolean isOneOf(String text) {
    for (String allowed : is) {
      if (allowed.equals(text)) {
        return true;
      }
    }
    return false;
  }

  /** The column that is asked; null when every record passes. */
  public ColumnCell column() {
    return column;
  }

  /** What the tested column holds, in words: {@code last_price is "N/A"}. */
  public String found(Cells cells) {
    Kind kind = column.kind(cells);
    return kind == Kind.ABSENT ? "it has no " + column.name() : column.name() + " is " + Quote.of(kind, column.text(cells));
  }

  /** What passes, in words: texts, and beginnings marked with dots. */
  public List<String> allowed() {
    List<String> texts = new ArrayList<>(is == null ? List.of() : List.of(is));
    if (prefix != null) {
      texts.add(prefix + "...");
    }
    return texts;
  }
}
