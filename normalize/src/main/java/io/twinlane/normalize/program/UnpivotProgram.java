package io.twinlane.normalize.program;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Column;
import io.twinlane.catalog.ColumnPattern;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Unpivot;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.read.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Makes a row of every matching column of one wide record: its name and its value, in column order. */
final class UnpivotProgram {
  private final Category category;
  private final int nameIndex;
  private final String[] names;
  private final FieldProgram[] values;

  UnpivotProgram(Unpivot unpivot, MessageRule rule, NormalizeSpec spec, Layout layout) {
    category = spec.category(rule.category());
    nameIndex = category.indexOf(unpivot.nameField());
    List<Column> columns = matching(unpivot, spec.source().columns());
    names = columns.stream().map(Column::name).toArray(String[]::new);
    values = columns.stream().map(column -> new FieldProgram(valueOf(unpivot, column), rule, category, layout, spec.states()))
        .toArray(FieldProgram[]::new);
  }

  static List<Column> matching(Unpivot unpivot, List<Column> columns) {
    return columns.stream().filter(column -> unpivot.columns().stream().anyMatch(p -> ColumnPattern.matches(p, column.name()))).toList();
  }

  /** How its columns were used. */
  Stream<FieldUse> uses() {
    return Arrays.stream(values).flatMap(field -> field.uses(""));
  }

  boolean needsInstrument() {
    return Arrays.stream(values).anyMatch(FieldProgram::needsInstrument);
  }

  private static FieldRule valueOf(Unpivot unpivot, Column column) {
    return new FieldRule(unpivot.valueField(), FieldRule.From.COLUMN, null, List.of(column.name()), 0, FieldRule.As.PLAIN, false, Map.of(),
        Map.of(), Map.of(), unpivot.unit());
  }

  void run(Current current, Object[] row, String[] units, byte[] states) {
    boolean shared = current.valued;
    for (int i = 0; i < values.length; i++) {
      current.valued = shared;
      Object[] own = row.clone();
      String[] ownUnits = units.clone();
      byte[] ownStates = states.clone();
      own[nameIndex] = names[i];
      ownStates[nameIndex] = current.state;
      if (values[i].run(current, own, ownUnits, ownStates)) {
        current.emit(current.row(category.name(), own, ownUnits, ownStates, i));
      } else {
        current.sentence = current.sentence.replaceFirst(":", " from column " + Matcher.quoteReplacement(names[i]) + ":");
        current.unqualified(category.name(), i);
      }
    }
    if (values.length == 0) {
      current.dropped(Reasons.EMPTY);
    }
  }
}
