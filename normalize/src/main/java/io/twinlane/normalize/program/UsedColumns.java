package io.twinlane.normalize.program;

import io.twinlane.catalog.Column;
import io.twinlane.catalog.Condition;
import io.twinlane.catalog.Each;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Rule;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.UnitRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns that a mapping reads: all that a message must be searched for. */
public final class UsedColumns {
  private final Source source;
  private final Set<String> names = new HashSet<>();

  private UsedColumns(Source source) {
    this.source = source;
  }

  /** The used ones among the source's columns, in their order. */
  public static List<Column> of(Source source) {
    UsedColumns used = new UsedColumns(source);
    used.identifier();
    Lists.of(source.drops()).forEach(rule -> used.condition(rule.when()));
    source.messages().forEach(used::rule);
    return source.columns().stream().filter(column -> used.names.contains(column.name())).toList();
  }

  /** The columns that hold the source's identifier: all that a raw topic's key needs. */
  public static List<Column> ofIdentifier(Source source) {
    UsedColumns used = new UsedColumns(source);
    used.identifier();
    return source.columns().stream().filter(column -> used.names.contains(column.name())).toList();
  }

  private void identifier() {
    if (source.identifier() != null) {
      names.add(source.identifier().column());
      names.add(source.identifier().elseColumn());
    }
  }

  private void rule(MessageRule rule) {
    condition(rule.when());
    for (Rule reject : Lists.of(rule.rejects())) {
      condition(reject.when());
    }
    if (rule.state() != null) {
      names.add(rule.state().column());
    }
    Lists.of(rule.fields()).forEach(this::field);
    for (Each each : Lists.of(rule.each())) {
      names.add(each.array());
      Lists.of(each.fields()).forEach(this::field);
      Lists.of(each.whenEmpty()).forEach(this::field);
    }
    if (rule.unpivot() != null) {
      UnpivotProgram.matching(rule.unpivot(), source.columns()).forEach(column -> names.add(column.name()));
      unit(rule.unpivot().unit());
    }
  }

  private void condition(Condition when) {
    if (when != null) {
      names.add(when.column());
    }
  }

  private void field(FieldRule field) {
    names.addAll(Lists.of(field.columns()));
    unit(field.unit());
  }

  private void unit(UnitRule unit) {
    if (unit != null) {
      names.add(unit.column());
    }
  }
}
