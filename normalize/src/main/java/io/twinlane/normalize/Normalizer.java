package io.twinlane.normalize;

import io.twinlane.catalog.Condition;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Rule;
import io.twinlane.catalog.Source;
import io.twinlane.normalize.program.ConditionProgram;
import io.twinlane.normalize.program.Current;
import io.twinlane.normalize.program.IdentifierProgram;
import io.twinlane.normalize.program.RuleProgram;
import io.twinlane.normalize.program.UsedColumns;
import io.twinlane.normalize.read.ColumnCell;
import io.twinlane.normalize.read.Layout;
import io.twinlane.normalize.read.RecordReader;
import io.twinlane.normalize.read.Unreadable;
import io.twinlane.normalize.value.Quote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The one pure function from raw messages to category rows, compiled from a source's mapping. Every message comes out as exactly one of:
 * rows (or an update), unqualified rows, a drop; a message of many rows may give rows and unqualified rows. It never throws for what a message
 * holds. An object belongs to one thread; it is cheap to make and not serializable: make one where it runs.
 */
public final class Normalizer {
  /** A declared drop of a whole text, ahead of all reading. */
  private record TextDrop(byte[] text, String reason) {}

  /** A declared drop by a column. */
  private record ColumnDrop(ConditionProgram when, String reason) {}

  private final List<TextDrop> textDrops = new ArrayList<>();
  private final List<ColumnDrop> columnDrops = new ArrayList<>();
  private final RuleProgram[] rules;
  private final RecordReader reader;
  private final Current current;

  public Normalizer(NormalizeSpec spec) {
    Source source = spec.source();
    Layout layout = new Layout(UsedColumns.of(source));
    IdentifierProgram identifier = new IdentifierProgram(source, layout, spec.instruments());
    reader = RecordReader.of(source, layout, spec.maxRecordBytes(), false);
    current = new Current(source.name(), source.mappingVersion(), layout.newCells());
    rules = source.messages().stream().map(rule -> new RuleProgram(rule, spec, layout, identifier)).toArray(RuleProgram[]::new);
    for (Rule drop : source.drops() == null ? List.<Rule>of() : source.drops()) {
      compileDrop(drop.when(), drop.reason(), layout);
    }
  }

  private void compileDrop(Condition when, String reason, Layout layout) {
    for (String text : when.text() == null ? List.<String>of() : when.text()) {
      textDrops.add(new TextDrop(text.getBytes(StandardCharsets.UTF_8), reason));
    }
    if (when.column() != null) {
      columnDrops.add(new ColumnDrop(new ConditionProgram(when, layout), reason));
    }
  }

  /** Hands what the message gives to {@code output}, in row order. Depends on the message and the mapping alone. */
  public void normalize(RawMessage message, NormalizeOutput output) {
    current.begin(message, output);
    if (droppedByText(message.body())) {
      return;
    }
    Unreadable unreadable = reader.read(message.body(), message.header(), current.cells());
    if (unreadable != null) {
      current.fail(unreadable.reason(), "Cannot read the message: " + unreadable.cause(), null, null);
      current.unqualified(null, 0);
    } else if (!droppedByColumn()) {
      applyRule();
    }
  }

  private boolean droppedByText(byte[] body) {
    for (TextDrop drop : textDrops) {
      if (Arrays.equals(drop.text, body)) {
        current.dropped(drop.reason);
        return true;
      }
    }
    return false;
  }

  private boolean droppedByColumn() {
    for (ColumnDrop drop : columnDrops) {
      if (drop.when.test(current.cells())) {
        current.dropped(drop.reason);
        return true;
      }
    }
    return false;
  }

  private void applyRule() {
    for (RuleProgram rule : rules) {
      if (rule.when().test(current.cells())) {
        rule.run(current);
        return;
      }
    }
    Set<String> allowed = new LinkedHashSet<>();
    Arrays.stream(rules).forEach(rule -> allowed.addAll(rule.when().allowed()));
    columnDrops.forEach(drop -> allowed.addAll(drop.when.allowed()));
    ColumnCell asked = rules[0].when().column();
    current.fail(Reasons.UNKNOWN_MESSAGE, "Cannot find a rule for the message: " + rules[0].when().found(current.cells()) + ". Allowed: "
        + Quote.cut(String.join(", ", allowed), 500), null, asked.text(current.cells()));
    current.unqualified(null, 0);
  }
}
