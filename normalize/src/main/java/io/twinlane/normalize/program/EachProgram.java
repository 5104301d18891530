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
import java.util.stream.Stream;

/**
 * Makes a row of every element of an array column; a bad element becomes an unqualified row alone, at its own row index. An array without
 * elements may stand for a row, too.
 */
final class EachProgram {
  private final ColumnCell array;
  private final Category category;
  private final FieldProgram[] fields;
  private final FieldProgram[] whenEmpty;

  EachProgram(Each each, MessageRule rule, Category category, Layout layout, States states) {
    this.array = layout.column(each.array());
    this.category = category;
    this.fields = RuleProgram.compile(each.fields(), rule, category, layout, states);
    this.whenEmpty = RuleProgram.compile(each.whenEmpty(), rule, category, layout, states);
  }

  /** How its fields were used. */
  Stream<FieldUse> uses() {
    return Stream.concat(Arrays.stream(fields), Arrays.stream(whenEmpty)).flatMap(field -> field.uses(" of " + array.name()));
  }

  boolean needsInstrument() {
    return Arrays.stream(fields).anyMatch(FieldProgram::needsInstrument) || Arrays.stream(whenEmpty).anyMatch(FieldProgram::needsInstrument);
  }

  /** Whether the column holds a list; it may be an empty one. */
  boolean check(Current current) {
    Kind kind = array.kind(current.cells);
    if (kind.none()) {
      return current.fail(Reasons.MISSING_FIELD,
          "Cannot read column " + array.name() + ": it has no value. Allowed: a list, an empty one too", array.name(), null);
    }
    if (kind.astray()) {
      return current.fail(Reasons.WRONG_TYPE, "Cannot read column " + array.name() + ": " + kind.words()
          + " is not an object. Allowed: objects all along its path", array.name(), null);
    }
    return kind == Kind.ARRAY || current.fail(Reasons.WRONG_TYPE, "Cannot read column " + array.name() + ": "
        + kind.words() + " is not a list. Allowed: a list of lists", array.name(), array.text(current.cells));
  }

  /** Hands on the rows, numbered from {@code first}; returns the number after the last. Only after {@link #check}. */
  int run(Current current, Object[] values, String[] units, byte[] states, int first) {
    Items items = array.items(current.cells);
    current.items = items;
    if (items.size() == 0) {
      return whenEmpty(current, values, units, states, first);
    }
    boolean shared = current.valued;
    for (int item = 0; item < items.size(); item++) {
      current.item = item;
      current.valued = shared;
      row(current, values.clone(), units.clone(), states.clone(), first + item);
    }
    current.valued = shared;
    return first + items.size();
  }

  private int whenEmpty(Current current, Object[] values, String[] units, byte[] states, int rowIndex) {
    if (whenEmpty.length == 0) {
      return rowIndex;
    }
    boolean shared = current.valued;
    current.valued = true; // the empty list is what the message says
    fill(whenEmpty, current, values.clone(), units.clone(), states.clone(), rowIndex);
    current.valued = shared;
    return rowIndex + 1;
  }

  private void row(Current current, Object[] values, String[] units, byte[] states, int rowIndex) {
    if (current.items.isList(current.item)) {
      fill(fields, current, values, units, states, rowIndex);
      return;
    }
    current.fail(Reasons.WRONG_TYPE, "Cannot read element " + (current.item + 1) + " of column " + array.name()
        + ": it is no list. Allowed: a list", array.name(), current.items.asText(current.item));
    current.unqualified(category.name(), rowIndex);
  }

  private void fill(FieldProgram[] programs, Current current, Object[] values, String[] units, byte[] states, int rowIndex) {
    for (FieldProgram field : programs) {
      if (!field.run(current, values, units, states)) {
        boolean ofItem = current.rawValue == null && programs == fields;
        current.rawValue = ofItem ? current.items.asText(current.item) : current.rawValue;
        current.unqualified(category.name(), rowIndex);
        return;
      }
    }
    current.emit(current.row(category.name(), values, units, states, rowIndex));
  }
}
