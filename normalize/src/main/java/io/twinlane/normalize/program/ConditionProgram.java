package io.twinlane.normalize.program;

import io.twinlane.catalog.Condition;
import io.twinlane.normalize.read.Cells;
import io.twinlane.normalize.read.ColumnCell;
import io.twinlane.normalize.read.Kind;
import io.twinlane.normalize.read.Layout;
import io.twinlane.normalize.value.Quote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A test of a record, compiled. A column whose value is null, or whose path leads elsewhere, counts as not there. */
public final class ConditionProgram {
  private static final byte[][] NONE = {};
  private final byte[][] texts;
  private final ColumnCell column;
  private final String[] is;
  private final String prefix;

  public ConditionProgram(Condition condition, Layout layout) {
    boolean always = condition == null || condition.column() == null;
    column = always ? null : layout.column(condition.column());
    texts = condition == null || condition.text() == null ? null
        : condition.text().stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    is = always || condition.is() == null || condition.is().isEmpty() ? null : condition.is().toArray(String[]::new);
    prefix = always ? null : condition.startsWith();
  }

  public boolean test(Current current) {
    if (texts != null) {
      return testText(current.message.body());
    }
    return column == null || testColumn(current.cells);
  }

  /** Whether the whole raw text is one of those named. */
  public boolean testText(byte[] body) {
    for (byte[] text : texts == null ? NONE : texts) {
      if (Arrays.equals(text, body)) {
        return true;
      }
    }
    return false;
  }

  private boolean testColumn(Cells cells) {
    Kind kind = column.kind(cells);
    if (kind.none() || kind.astray()) {
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

  /** The column that is asked; null when none is. */
  public String columnName() {
    return column == null ? null : column.name();
  }

  public String columnText(Cells cells) {
    return column == null ? null : column.text(cells);
  }

  /** What the tested column holds, in words: {@code last_price is "N/A"}. */
  public String found(Cells cells) {
    if (column == null) {
      return "its text is another";
    }
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
