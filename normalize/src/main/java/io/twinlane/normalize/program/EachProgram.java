package io.twinlane.normalize.program;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Each;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.States;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.read.ColumnCell;
import io.twinlane.normalize.read.Items;
import io.twinlane.normalize.read.Kind;
import io.twinlane.normalize.read.Layout;
import java.util.Arrays;

/** Makes a row of every element of an array column; a bad element becomes an unqualified row alone, at its own row index. */
final class EachProgram {
  private final ColumnCell array;
  private final Category category;
  private final FieldProgram[] fields;

  EachProgram(Each each, MessageRule rule, Category category, Layout layout, States states) {
    this.array = layout.column(each.array());
    this.category = category;
    this.fields = RuleProgram.compile(each.fields(), rule, category, layout, states);
  }

  boolean needsInstrument() {
    return Arrays.stream(fields).anyMatch(FieldProgram::needsInstrument);
  }

  /** Whether the column holds a list, or nothing: both are well. */
  boolean check(Current current) {
    Kind kind = array.kind(current.cells);
    return kind == Kind.ARRAY || kind == Kind.ABSENT || kind == Kind.NULL || current.fail(Reasons.WRONG_TYPE,
        "Cannot read column " + array.name() + ": " + kind.words() + " is not a list. Allowed: a list of lists", array.name(),
        array.text(current.cells));
  }

  /** Hands on the rows, numbered from {@code first}; returns the number after the last. */
  int run(Current current, Object[] values, String[] units, byte[] states, int first) {
    if (array.kind(current.cells) != Kind.ARRAY) {
      return first;
    }
    Items items = array.items(current.cells);
    current.items = items;
    for (int item = 0; item < items.size(); item++) {
      current.item = item;
      row(current, values.clone(), units.clone(), states.clone(), first + item);
    }
    return first + items.size();
  }

  private void row(Current current, Object[] values, String[] units, byte[] states, int rowIndex) {
    if (!current.items.isList(current.item)) {
      current.fail(Reasons.WRONG_TYPE, "Cannot read element " + (current.item + 1) + " of column " + array.name()
          + ": it is no list. Allowed: a list", array.name(), current.items.asText(current.item));
      current.unqualified(category.name(), rowIndex);
      return;
    }
    for (FieldProgram field : fields) {
      if (!field.run(current, values, units, states)) {
        current.rawValue = current.rawValue == null ? current.items.asText(current.item) : current.rawValue;
        current.unqualified(category.name(), rowIndex);
        return;
      }
    }
    current.output().row(current.row(category.name(), values, units, states, rowIndex));
  }
}
