package io.twinlane.normalize.program;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Each;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Rule;
import io.twinlane.catalog.States;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.Update;
import io.twinlane.normalize.read.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One message rule, compiled: what it matches, what it refuses, and the fields of its rows. */
public final class RuleProgram {
  /** A declared rejection, compiled. */
  private record Reject(ConditionProgram when, String reason) {}

  private final MessageRule rule;
  private final ConditionProgram when;
  private final Reject[] rejects;
  private final Category category;
  private final IdentifierProgram identifier;
  private final boolean needsInstrument;
  private final StateProgram state;
  private final FieldProgram[] fields;
  private final EachProgram[] each;
  private final UnpivotProgram unpivot;
  private final int[] unfilled;
  private final byte missing;
  private final boolean besideMerged;
  private final int lastMark;
  private long messages;
  private long emptyRows;

  public RuleProgram(MessageRule rule, NormalizeSpec spec, Layout layout, IdentifierProgram identifier) {
    this.rule = rule;
    this.identifier = identifier;
    category = spec.category(rule.category());
    States states = spec.states();
    when = new ConditionProgram(rule.when(), layout);
    rejects = Lists.of(rule.rejects()).stream()
        .map(reject -> new Reject(new ConditionProgram(reject.when(), layout), reject.reason())).toArray(Reject[]::new);
    state = new StateProgram(rule.state(), states, layout);
    fields = compile(rule.fields(), rule, category, layout, states);
    each = Lists.of(rule.each()).stream().map(e -> new EachProgram(e, rule, category, layout, states)).toArray(EachProgram[]::new);
    unpivot = rule.unpivot() == null ? null : new UnpivotProgram(rule.unpivot(), rule, spec, layout);
    needsInstrument = rule.merge() || Arrays.stream(fields).anyMatch(FieldProgram::needsInstrument)
        || Arrays.stream(each).anyMatch(EachProgram::needsInstrument) || unpivot != null && unpivot.needsInstrument();
    missing = states.code(States.MISSING);
    unfilled = unfilled();
    lastMark = Arrays.stream(fields).mapToInt(FieldProgram::mark).max().orElse(Current.NO_MARK);
    besideMerged = !rule.merge()
        && spec.source().messages().stream().anyMatch(other -> other.merge() && other.category().equals(rule.category()));
    if (rule.merge() && (each.length > 0 || unpivot != null)) {
      throw new IllegalArgumentException("Cannot merge message rule " + rule.name()
          + ": it gives many rows. Allowed: merge or each or unpivot");
    }
  }

  static FieldProgram[] compile(List<FieldRule> rules, MessageRule rule, Category category, Layout layout, States states) {
    return Lists.of(rules).stream().map(f -> new FieldProgram(f, rule, category, layout, states)).toArray(FieldProgram[]::new);
  }

  /** The fields that no rule speaks of: they are MISSING, or ABSENT in a delta. */
  private int[] unfilled() {
    boolean[] filled = new boolean[category.fields().size()];
    Lists.of(rule.fields()).forEach(f -> filled[category.indexOf(f.field())] = true);
    for (int i = 0; i < filled.length; i++) {
      boolean many = rule.unpivot() != null || !Lists.of(rule.each()).isEmpty();
      if (!filled[i] && !many && category.fields().get(i).required()) {
        throw new IllegalArgumentException(
            "Cannot use message rule " + rule.name() + ": it does not fill the required field " + category.fields().get(i).name());
      }
    }
    return java.util.stream.IntStream.range(0, filled.length).filter(i -> !filled[i]).toArray();
  }

  public String name() {
    return rule.name();
  }

  /** How many messages it took. */
  public long messages() {
    return messages;
  }

  /** How many of its rows got no value out of their messages; deltas are not counted: what they leave out is carried. */
  public long emptyRows() {
    return emptyRows;
  }

  /** How its fields were used. */
  public List<FieldUse> uses() {
    Stream<FieldUse> own = Arrays.stream(fields).flatMap(field -> field.uses(""));
    Stream<FieldUse> many = unpivot == null ? Arrays.stream(each).flatMap(EachProgram::uses) : unpivot.uses();
    return Stream.concat(own, many).toList();
  }

  public ConditionProgram when() {
    return when;
  }

  public void run(Current current) {
    messages++;
    Object[] values = new Object[category.fields().size()];
    String[] units = new String[values.length];
    byte[] states = new byte[values.length];
    current.state = state.ofFields(current.cells);
    current.markLast(lastMark);
    if (besideMerged) {
      current.orderWith(orderKey(current));
    }
    if (rejected(current) || needsInstrument && !identifier.run(current) || !fill(current, values, units, states)) {
      current.unqualified(category.name(), 0);
    } else if (rule.merge()) {
      current.output().update(new Update(current.identifier, current.row(category.name(), values, units, states, 0),
          state.sticky(current.cells)));
    } else if (unpivot != null) {
      unpivot.run(current, values, units, states);
    } else if (each.length > 0) {
      takeApart(current, values, units, states);
    } else {
      current.emit(current.row(category.name(), values, units, states, 0));
    }
    current.endRows();
    emptyRows += current.emptyRows;
  }

  /** The key of the deltas that rows of the same identifier come from: a path past the merge would overtake them. */
  private String orderKey(Current current) {
    String id = identifier.text(current.cells);
    return id == null ? "" : id;
  }

  private boolean rejected(Current current) {
    for (Reject reject : rejects) {
      if (reject.when.test(current)) {
        current.fail(reject.reason, "Cannot use the " + rule.name() + " message: " + reject.when.found(current.cells),
            reject.when.columnName(), reject.when.columnText(current.cells));
        return true;
      }
    }
    return false;
  }

  private boolean fill(Current current, Object[] values, String[] units, byte[] states) {
    byte nothing = rule.merge() ? Update.ABSENT : missing;
    for (int index : unfilled) {
      states[index] = nothing;
    }
    for (FieldProgram field : fields) {
      if (!field.run(current, values, units, states)) {
        return false;
      }
    }
    return true;
  }

  private void takeApart(Current current, Object[] values, String[] units, byte[] states) {
    for (EachProgram array : each) {
      if (!array.check(current)) {
        current.unqualified(category.name(), 0);
        return;
      }
    }
    int rowIndex = 0;
    for (EachProgram array : each) {
      rowIndex = array.run(current, values, units, states, rowIndex);
    }
    if (rowIndex == 0) {
      current.dropped(Reasons.EMPTY);
    }
  }
}
