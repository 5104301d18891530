package io.twinlane.catalog.load;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.Reason;
import io.twinlane.catalog.States;
import io.twinlane.catalog.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names that mappings and computations may use. {@code broken} are categories whose own file is in the way: what is said of them
 * cannot be checked, and their own problems are told elsewhere.
 */
record Vocabulary(States states, List<Reason> reasons, List<Unit> units, List<Category> categories, Collection<String> broken) {
  private static final Map<Reason.Kind, String> KINDS =
      Map.of(Reason.Kind.DROP, "for drops", Reason.Kind.UNQUALIFIED, "for what is kept as unqualified");

  List<String> unitNames() {
    return units.stream().map(Unit::name).toList();
  }

  /** The category that a text names; tells a name that is none. */
  Optional<Category> category(YamlNode node) {
    String name = node.text();
    Optional<Category> found = categories.stream().filter(category -> category.name().equals(name)).findFirst();
    if (found.isEmpty() && !name.isEmpty() && !broken.contains(name)) {
      node.problem(ofView(name).map(category -> name + " is a view of category " + category.name() + ": name the category")
          .orElseGet(() -> Nearest.unknown("category", name, categories.stream().map(Category::name).toList())));
    }
    return found;
  }

  private Optional<Category> ofView(String name) {
    return categories.stream().filter(category -> category.views().stream().anyMatch(view -> view.name().equals(name))).findFirst();
  }

  /** The state that a text names; tells a name that is none. */
  String state(YamlNode node) {
    String name = node.text();
    if (!name.isEmpty() && !states.list().isEmpty() && !states.has(name)) {
      node.problem(Nearest.unknown("state", name, states.names()));
    }
    return name;
  }

  /** The reason that a text names; tells a name that is none, or one of another kind. */
  String reason(YamlNode node, Reason.Kind kind) {
    String name = node.text();
    Reason found = reasons.stream().filter(reason -> reason.name().equals(name)).findFirst().orElse(null);
    if (found != null && found.kind() != kind) {
      node.problem("reason " + name + " is " + KINDS.get(found.kind()) + ", not " + KINDS.get(kind) + " (catalog/reasons.yaml)");
    } else if (found == null && !name.isEmpty() && !reasons.isEmpty()) {
      node.problem(Nearest.unknown("reason", name, reasons.stream().filter(reason -> reason.kind() == kind).map(Reason::name).toList())
          + " (catalog/reasons.yaml)");
    }
    return name;
  }

  /** The unit (amount and name) that a text spells; tells a text that is none. */
  String unit(YamlNode node) {
    String text = node.text();
    if (!text.isEmpty()) {
      UnitText.problem(text, unitNames()).ifPresent(node::problem);
    }
    return text;
  }
}
