package io.twinlane.catalog.derive;

import io.twinlane.catalog.Column;
import io.twinlane.catalog.ColumnPattern;
import io.twinlane.catalog.Condition;
import io.twinlane.catalog.Each;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.FieldRule.From;
import io.twinlane.catalog.Identifier;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Rule;
import io.twinlane.catalog.Source;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What a mapping uses one column for. */
final class ColumnUses {
  private final Set<String> uses = new LinkedHashSet<>();
  private final Source source;
  private final String column;

  private ColumnUses(Source source, Column column) {
    this.source = source;
    this.column = column.name();
  }

  static String of(Source source, Column column) {
    ColumnUses found = new ColumnUses(source, column);
    source.messages().forEach(found::message);
    found.choices();
    return found.uses.isEmpty() ? "kept in bronze" : String.join(", ", found.uses);
  }

  private void message(MessageRule rule) {
    rule.fields().forEach(field -> field(rule, field));
    for (Each each : rule.each()) {
      each.fields().forEach(field -> field(rule, field));
      each.whenEmpty().forEach(field -> field(rule, field));
      if (each.array().equals(column)) {
        each.fields().stream().filter(field -> field.from() == From.ITEM).forEach(field -> feeds(rule, field.field()));
      }
    }
    if (rule.unpivot() != null && rule.unpivot().columns().stream().anyMatch(pattern -> ColumnPattern.matches(pattern, column))) {
      feeds(rule, rule.unpivot().nameField());
      feeds(rule, rule.unpivot().valueField());
    }
    if (column.equals(rule.state().column())) {
      uses.add("states");
    }
  }

  private void field(MessageRule rule, FieldRule field) {
    if (field.columns().contains(column) || field.from() == From.IDENTIFIER && identifies()) {
      feeds(rule, field.field());
    }
    if (field.unit() != null && column.equals(field.unit().column())) {
      feeds(rule, field.field() + "_unit");
    }
  }

  private boolean identifies() {
    Identifier identifier = source.identifier();
    return identifier != null && (column.equals(identifier.column()) || column.equals(identifier.elseColumn()));
  }

  private void feeds(MessageRule rule, String field) {
    uses.add(rule.category() + "." + field);
  }

  private void choices() {
    Stream<Condition> messages = source.messages().stream().map(MessageRule::when);
    Stream<Condition> rules =
        Stream.concat(source.drops().stream(), source.messages().stream().flatMap(rule -> rule.rejects().stream())).map(Rule::when);
    if (Stream.concat(messages, rules).anyMatch(when -> when != null && column.equals(when.column()))) {
      uses.add("choice of rule");
    }
  }
}
