package io.twinlane.catalog.load;

import io.twinlane.catalog.Field;
import io.twinlane.catalog.UnitRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads where the unit of a field's values comes from. */
final class UnitRuleReader {
  private static final Set<String> ROLES = Set.of("price", "size");
  private final SourceScope scope;

  UnitRuleReader(SourceScope scope) {
    this.scope = scope;
  }

  /** The unit rule that {@code parent} has for a field; null when it has none. Tells one that is missing, or too much. */
  UnitRule read(YamlNode parent, Field field) {
    YamlNode node = parent.optional("unit");
    if (field != null && field.unitVaries() && !node.present()) {
      parent.problem("field " + field.name() + " needs unit: price, size, a unit such as 1_usd, or {column, translate}");
    }
    if (field != null && !field.unitVaries() && node.present()) {
      String always = field.constantUnit() == null ? "never has one" : "always has " + field.constantUnit();
      node.problem("field " + field.name() + " takes no unit here: its category says that it " + always);
    }
    if (!node.present()) {
      return null;
    }
    return node.isText() ? named(node) : fromColumn(node.only("column", "translate"));
  }

  private UnitRule named(YamlNode node) {
    String text = node.text();
    if (!ROLES.contains(text)) {
      return new UnitRule(scope.vocabulary().unit(node), null, null, Map.of());
    }
    if (!scope.hasRoles()) {
      node.problem("unit: " + text + " needs an identifier with table: instruments or split");
    }
    return new UnitRule(null, text, null, Map.of());
  }

  private UnitRule fromColumn(YamlNode node) {
    Map<String, String> translate = new LinkedHashMap<>();
    node.optional("translate").entries().forEach((text, unit) -> translate.put(text, scope.vocabulary().unit(unit)));
    return new UnitRule(null, null, scope.column(node.required("column")), translate);
  }
}
