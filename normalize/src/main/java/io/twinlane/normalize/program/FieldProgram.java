package io.twinlane.normalize.program;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.NumberSigns;
import io.twinlane.catalog.States;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.Update;
import io.twinlane.normalize.read.ColumnCell;
import io.twinlane.normalize.read.Kind;
import io.twinlane.normalize.read.Layout;
import io.twinlane.normalize.value.MissingTexts;
import io.twinlane.normalize.value.Quote;
import io.twinlane.normalize.value.ValueOutcome;
import io.twinlane.normalize.value.ValueReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One canonical field, compiled: where its text is taken, how it is read, its unit and its state. */
final class FieldProgram {
  private final FieldRule rule;
  private final Field field;
  private final int index;
  private final ColumnCell[] columns;
  private final ValueReader reader;
  private final FieldLimits limits;
  private final UnitProgram unit;
  private final Object constant;
  private final MissingTexts missingTexts;
  private final byte whenAbsent;
  private final byte missing;
  private final byte derived;
  private final byte unresolved;
  private final boolean needed;
  private final boolean[] columnFound;
  private final boolean[] columnLacked;
  private boolean found;
  private boolean lacked;

  FieldProgram(FieldRule rule, MessageRule message, Category category, Layout layout, States states) {
    this.rule = rule;
    field = category.field(rule.field());
    index = category.indexOf(rule.field());
    columns = Lists.of(rule.columns()).stream().map(layout::column).toArray(ColumnCell[]::new);
    reader = ValueReader.of(field.dtype(), rule, rule.from() == FieldRule.From.VALUE ? NumberSigns.PLAIN : message.numbers(), states);
    limits = FieldLimits.of(category, field);
    unit = UnitProgram.of(field, rule.unit(), layout);
    missingTexts = new MissingTexts(message.missing() == null ? List.of("") : message.missing());
    columnFound = new boolean[columns.length];
    columnLacked = new boolean[columns.length];
    missing = states.code(States.MISSING);
    derived = states.code(States.DERIVED);
    unresolved = states.code(States.UNRESOLVED);
    needed = field.needed();
    whenAbsent = message.merge() ? Update.ABSENT : missing;
    constant = rule.from() == FieldRule.From.VALUE ? constant() : null;
  }

  private Object constant() {
    ValueOutcome outcome = new ValueOutcome();
    Object value = reader.read(Kind.STRING, rule.value(), outcome);
    if (value == null) {
      throw new IllegalArgumentException("Cannot use the constant of field " + field.name() + ": " + outcome.complaint());
    }
    return value;
  }

  /** Where the last row of a message is marked, when this field is the mark; else NO_MARK. */
  int mark() {
    return rule.from() == FieldRule.From.LAST_OF_MESSAGE ? index : Current.NO_MARK;
  }

  boolean needsInstrument() {
    return rule.from() == FieldRule.From.IDENTIFIER || UnitProgram.ofInstrument(rule.unit());
  }

  /** Fills the field's place in the arrays; false, with the failure noted, when it cannot. */
  boolean run(Current current, Object[] values, String[] units, byte[] states) {
    return switch (rule.from()) {
      case VALUE -> put(current, constant, current.state, values, units, states);
      case RECEIVED -> received(current, values, units, states);
      case LAST_OF_MESSAGE -> put(current, Boolean.FALSE, current.state, values, units, states); // the last row is marked when it is known
      case IDENTIFIER ->
          put(current, current.resolved.symbol(), current.resolved.known() ? current.state : unresolved, values, units, states);
      case ITEM -> item(current, values, units, states);
      case COLUMN -> column(current, values, units, states);
    };
  }

  private boolean item(Current current, Object[] values, String[] units, byte[] states) {
    Kind kind = current.items.kind(current.item, rule.item());
    String text = kind == Kind.ABSENT ? null : current.items.text(current.item, rule.item());
    return none(kind, text)
        ? nothing(current, kind != Kind.ABSENT, values, units, states)
        : read(current, kind, text, values, units, states);
  }

  private boolean column(Current current, Object[] values, String[] units, byte[] states) {
    boolean present = false;
    for (int i = 0; i < columns.length; i++) {
      Kind kind = columns[i].kind(current.cells);
      String text = columns[i].text(current.cells);
      if (!none(kind, text)) {
        columnFound[i] = true;
        return read(current, kind, text, values, units, states);
      }
      columnLacked[i] = true;
      present |= kind != Kind.ABSENT;
    }
    return nothing(current, present, values, units, states);
  }

  private boolean none(Kind kind, String text) {
    return kind.none() || kind.textual() && missingTexts.hold(kind, text);
  }

  private boolean read(Current current, Kind kind, String text, Object[] values, String[] units, byte[] states) {
    found = true;
    current.valued = true;
    current.outcome.clear();
    Object value = reader.read(kind, text, current.outcome);
    if (value == null) {
      return current.fail(
          current.outcome.reason(), "Cannot read field " + field.name() + ": " + current.outcome.complaint(), field.name(), text);
    }
    if (!limits.allow(current, value, text)) {
      return false;
    }
    byte own = current.outcome.state();
    return put(current, value, own == ValueOutcome.NO_STATE ? current.state : own, values, units, states);
  }

  private boolean put(Current current, Object value, byte state, Object[] values, String[] units, byte[] states) {
    values[index] = value;
    states[index] = state;
    return unit.run(current, field, units, index);
  }

  private boolean received(Current current, Object[] values, String[] units, byte[] states) {
    return limits.allowReceived(current) && put(current, current.received, derived, values, units, states);
  }

  private boolean nothing(Current current, boolean present, Object[] values, String[] units, byte[] states) {
    lacked = true;
    if (rule.elseReceived()) {
      return received(current, values, units, states);
    }
    if (needed) {
      return current.fail(Reasons.MISSING_FIELD, "Cannot read field " + field.name() + ": it has no value, and " + field.name()
          + " is required. Allowed: " + Quote.cut(allowed(), 200), field.name(), null);
    }
    values[index] = null;
    units[index] = null;
    states[index] = present ? missing : whenAbsent;
    return true;
  }

  /** How it was used, where it looks for values in the message; and each of its columns where there are several. */
  Stream<FieldUse> uses(String ofArray) {
    String place = switch (rule.from()) {
      case COLUMN -> " (column " + String.join(" or ", rule.columns()) + ")";
      case ITEM -> " (place " + rule.item() + ofArray + ")";
      default -> "";
    };
    String words = field.name() + place;
    Stream<FieldUse> alternatives = columns.length < 2 ? Stream.of() : IntStream.range(0, columns.length)
        .mapToObj(i -> new FieldUse(words, columns[i].name(), () -> columnFound[i] ? 1 : 0, () -> columnLacked[i] ? 1 : 0));
    return Stream.concat(Stream.of(new FieldUse(words, null, () -> found ? 1 : 0, () -> lacked ? 1 : 0)), alternatives);
  }

  private String allowed() {
    return rule.from() == FieldRule.From.ITEM
        ? "a value at place " + rule.item()
        : "a value in column " + String.join(" or ", rule.columns());
  }
}
