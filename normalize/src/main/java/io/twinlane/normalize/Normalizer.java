package io.twinlane.normalize;

import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Rule;
import io.twinlane.catalog.Source;
import io.twinlane.normalize.program.ConditionProgram;
import io.twinlane.normalize.program.Current;
import io.twinlane.normalize.program.FieldUse;
import io.twinlane.normalize.program.IdentifierProgram;
import io.twinlane.normalize.program.RuleProgram;
import io.twinlane.normalize.program.UsedColumns;
import io.twinlane.normalize.read.Layout;
import io.twinlane.normalize.read.RecordReader;
import io.twinlane.normalize.read.Unreadable;
import io.twinlane.normalize.record.StrayLine;
import io.twinlane.normalize.split.Pages;
import io.twinlane.normalize.value.Quote;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The one pure function from raw messages to category rows, compiled from a source's mapping. Every message comes out as exactly one of:
 * rows (or an update), unqualified rows, a drop; a message of many rows may give rows and unqualified rows. It never throws for what a
 * message holds: what nobody foresaw is an unqualified row, too. What the output throws goes through. An object belongs to one thread; it
 * is cheap to make and not serializable: make one where it runs.
 */
public final class Normalizer {
  /** A declared drop, compiled. */
  private record Drop(ConditionProgram when, String reason) {}

  private final Drop[] drops;
  private final List<MessageRule> messages;
  private final RuleProgram[] rules;
  private final StrayLine stray;
  private final RecordReader reader;
  private final Pages pages;
  private final Current current;
  private final HandedOn handed = new HandedOn();
  private final NormalizeSpec spec;

  public Normalizer(NormalizeSpec spec) {
    this.spec = spec;
    Source source = spec.source();
    Layout layout = new Layout(UsedColumns.of(source));
    IdentifierProgram identifier = new IdentifierProgram(source, layout, spec.instruments());
    stray = new StrayLine(source, spec.maxRecordBytes());
    reader = RecordReader.of(source, layout, spec.maxRecordBytes(), false);
    pages = Pages.of(source);
    current = new Current(source.name(), source.mappingVersion(), layout.newCells());
    messages = source.messages();
    rules = messages.stream().map(rule -> new RuleProgram(rule, spec, layout, identifier)).toArray(RuleProgram[]::new);
    drops = (source.drops() == null ? List.<Rule>of() : source.drops()).stream()
        .map(drop -> new Drop(new ConditionProgram(drop.when(), layout), drop.reason())).toArray(Drop[]::new);
  }

  /**
   * Hands what the message gives to {@code output}, in row order. Depends on the message and the mapping alone. Returns the message rule that
   * took the message; null when none did.
   */
  public MessageRule normalize(RawMessage message, NormalizeOutput output) {
    handed.begin(output);
    try {
      return takeMessage(message);
    } catch (RuntimeException | StackOverflowError e) {
      if (handed.outside()) {
        throw e;
      }
      output.stumbled(message, e);
      output.unqualified(
          InternalErrorRow.ofMessage(spec.source().name(), spec.source().mappingVersion(), message, handed.nextRow(), e));
      return null;
    }
  }

  /** What {@link MappingUse} is put together from: counts of the messages so far, by name. They may be added up with those of others. */
  public Map<String, LongSupplier> counts() {
    Map<String, LongSupplier> counts = new TreeMap<>();
    for (RuleProgram rule : rules) {
      counts.put(MappingUse.messages(rule.name()), rule::messages);
      counts.put(MappingUse.emptyRows(rule.name()), rule::emptyRows);
      for (FieldUse field : rule.uses()) {
        String part = MappingUse.part(field.field(), field.alternative());
        counts.merge(MappingUse.found(rule.name(), part), field.found(), Normalizer::sum);
        counts.merge(MappingUse.lacked(rule.name(), part), field.lacked(), Normalizer::sum);
      }
    }
    return counts;
  }

  private static LongSupplier sum(LongSupplier one, LongSupplier other) {
    return () -> one.getAsLong() + other.getAsLong();
  }

  private MessageRule takeMessage(RawMessage message) {
    current.begin(message, handed);
    if (droppedByText(message.body()) || strayed(message)) {
      return null;
    }
    Unreadable unreadable = read(message);
    if (unreadable != null) {
      current.fail(unreadable.reason(), "Cannot read the message: " + unreadable.cause(), null, null);
      current.unqualified(null, 0);
      return null;
    }
    return dropped() ? null : applyRule();
  }

  private Unreadable read(RawMessage message) {
    Unreadable unreadable = reader.read(message.body(), message.header(), current.cells());
    return pages == null ? unreadable : pages.check(message, unreadable);
  }

  /** A whole text is compared ahead of all reading: it need not be JSON. */
  private boolean droppedByText(byte[] body) {
    for (Drop drop : drops) {
      if (drop.when.testText(body)) {
        current.dropped(drop.reason);
        return true;
      }
    }
    return false;
  }

  /** A recorded line that could not be taken apart is no message of the source, whatever its rules would make of it. */
  private boolean strayed(RawMessage message) {
    StrayLine.Complaint complaint = stray.complaint(message);
    if (complaint == null) {
      return false;
    }
    current.fail(complaint.reason(), complaint.sentence(), complaint.field(), complaint.rawValue());
    current.unqualified(null, 0);
    return true;
  }

  private boolean dropped() {
    for (Drop drop : drops) {
      if (drop.when.test(current)) {
        current.dropped(drop.reason);
        return true;
      }
    }
    return false;
  }

  private MessageRule applyRule() {
    for (int i = 0; i < rules.length; i++) {
      if (rules[i].when().test(current)) {
        rules[i].run(current);
        return messages.get(i);
      }
    }
    Set<String> allowed = new LinkedHashSet<>();
    Arrays.stream(rules).forEach(rule -> allowed.addAll(rule.when().allowed()));
    Arrays.stream(drops).forEach(drop -> allowed.addAll(drop.when.allowed()));
    current.fail(Reasons.UNKNOWN_MESSAGE, "Cannot find a rule for the message: " + rules[0].when().found(current.cells()) + ". Allowed: "
        + Quote.cut(String.join(", ", allowed), 500), null, rules[0].when().columnText(current.cells()));
    current.unqualified(null, 0);
    return null;
  }
}
