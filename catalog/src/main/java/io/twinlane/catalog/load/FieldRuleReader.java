package io.twinlane.catalog.load;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.FieldRule.As;
import io.twinlane.catalog.FieldRule.From;
import io.twinlane.catalog.Nearest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads how the fields of a category come out of a record. */
final class FieldRuleReader {
  private static final Map<String, From> FROM = new LinkedHashMap<>();

  static {
    FROM.put("value", From.VALUE);
    FROM.put("column", From.COLUMN);
    FROM.put("item", From.ITEM);
    FROM.put("identifier", From.IDENTIFIER);
    FROM.put("received", From.RECEIVED);
    FROM.put("last-of-message", From.LAST_OF_MESSAGE);
  }

  /** What is said by {@code true} alone. */
  private static final Set<From> FLAGS = EnumSet.of(From.IDENTIFIER, From.RECEIVED, From.LAST_OF_MESSAGE);
  private static final Map<String, As> AS =
      Map.of("plain", As.PLAIN, "iso-time", As.ISO_TIME, "epoch-millis", As.EPOCH_MILLIS, "date", As.DATE);
  private static final int MOST_ITEMS = 1000;

  private final SourceScope scope;
  private final Category category;
  private final boolean insideEach;

  /** {@code category} is null when it could not be read: then nothing is said of its fields. */
  FieldRuleReader(SourceScope scope, Category category, boolean insideEach) {
    this.scope = scope;
    this.category = category;
    this.insideEach = insideEach;
  }

  List<FieldRule> read(YamlNode node) {
    List<FieldRule> rules = new ArrayList<>();
    node.entries().forEach((name, rule) -> rules.add(rule(name, rule)));
    return List.copyOf(rules);
  }

  private FieldRule rule(String name, YamlNode node) {
    node.only("value", "column", "item", "identifier", "received", "last-of-message", "as", "else", "unit", "translate", "prefixes", "suffixes");
    Field field = field(name, node);
    From from = from(name, node);
    FieldRule rule = new FieldRule(name, from, node.has("value") ? node.optional("value").text() : null,
        columns(node.optional("column")), node.optional("item").whole(node.has("item") ? 1 : 0, MOST_ITEMS),
        node.optional("as").choice("way to read", AS, As.PLAIN), node.optional("else").choice("way out", Map.of("received", true), false),
        node.optional("translate").textEntries(), prefixes(node.optional("prefixes")), node.optional("suffixes").textEntries(),
        new UnitRuleReader(scope).read(node, field));
    if (field != null && field.dtype() != null) {
      FieldRuleCheck.check(rule, field, node);
    }
    return rule;
  }

  private Field field(String name, YamlNode node) {
    if (category == null || name.isEmpty()) {
      return null;
    }
    if (category.indexOf(name) < 0) {
      node.problem(Nearest.unknown("field", name, category.fields().stream().map(Field::name).toList()));
      return null;
    }
    return category.field(name);
  }

  private From from(String name, YamlNode node) {
    List<String> given = FROM.keySet().stream().filter(node::has).toList();
    if (given.size() != 1) {
      node.problem("field " + name + " must have exactly one of " + String.join(", ", FROM.keySet()) + ", not " + given.size());
      return From.VALUE;
    }
    From from = FROM.get(given.get(0));
    if (from == From.ITEM && !insideEach) {
      node.problem("field " + name + " has item: only inside each is a message taken apart");
    }
    if (from == From.IDENTIFIER && scope.identifier() == null) {
      node.problem("field " + name + " is the identifier, and the source has none: declare identifier");
    }
    if (FLAGS.contains(from) && !node.optional(given.get(0)).flag(false)) {
      node.problem("field " + name + ": " + given.get(0) + " must be true");
    }
    return from;
  }

  private List<String> columns(YamlNode node) {
    return node.present() ? node.itemOrItems().stream().map(scope::column).toList() : List.of();
  }

  private Map<String, String> prefixes(YamlNode node) {
    Map<String, String> states = new LinkedHashMap<>();
    node.entries().forEach((prefix, state) -> states.put(prefix, scope.vocabulary().state(state)));
    return states;
  }
}
