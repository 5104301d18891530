package io.twinlane.catalog.load;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Each;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.FieldRule.From;
import io.twinlane.catalog.MessageRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells where the parts of a message rule do not go together, and which required fields it leaves out. */
final class MessageCheck {
  private final MessageRule rule;
  private final YamlNode node;

  MessageCheck(MessageRule rule, YamlNode node) {
    this.rule = rule;
    this.node = node;
  }

  void check(Category category, SourceScope scope) {
    if (rule.merge() && scope.identifier() == null) {
      node.optional("merge").problem("merge: true needs the source to have an identifier: messages are merged by it");
    }
    boolean takenApart = !rule.each().isEmpty() || rule.unpivot() != null;
    if (rule.merge() && takenApart) {
      node.optional("merge").problem("merge: true does not go with each or unpivot: a merged message is one row");
    }
    if (!rule.each().isEmpty() && rule.unpivot() != null) {
      node.optional("unpivot").problem("unpivot does not go with each");
    }
    if (rule.each().isEmpty()) {
      checkRow(List.of(), category, node);
    }
    for (int i = 0; i < rule.each().size(); i++) {
      checkEach(rule.each().get(i), category, node.optional("each").items().get(i));
    }
    if (!takenApart && rule.fields().stream().anyMatch(field -> field.from() == From.LAST_OF_MESSAGE)) {
      node.optional("fields").problem("last-of-message goes with each or unpivot: elsewhere a message is one row, say value: true");
    }
  }

  private void checkEach(Each each, Category category, YamlNode place) {
    checkRow(each.fields(), category, place);
    if (place.has("when-empty")) {
      checkRow(each.whenEmpty(), category, place.optional("when-empty"));
    }
    Stream.concat(each.fields().stream(), each.whenEmpty().stream()).filter(field -> field.from() == From.LAST_OF_MESSAGE)
        .forEach(field -> place.problem("field " + field.field() + ": last-of-message stands among the message's own fields, not in each"));
  }

  /** The names of all fields that one row gets a value for. */
  private List<String> names(List<FieldRule> own) {
    List<String> names = new ArrayList<>(rule.fields().stream().map(FieldRule::field).toList());
    names.addAll(own.stream().map(FieldRule::field).toList());
    if (rule.unpivot() != null) {
      names.add(rule.unpivot().nameField());
      names.add(rule.unpivot().valueField());
    }
    return names;
  }

  private void checkRow(List<FieldRule> own, Category category, YamlNode place) {
    Set<String> seen = new HashSet<>();
    names(own).stream().filter(name -> !seen.add(name) && !name.isEmpty())
        .forEach(name -> place.problem("field " + name + " is given twice in message " + rule.name()));
    if (category == null || !node.has("fields")) {
      return;
    }
    List<FieldRule> all = Stream.concat(rule.fields().stream(), own.stream()).toList();
    category.fields().stream().filter(field -> field.needed() && !field.exempt(all)).map(Field::name).filter(name -> !seen.contains(name))
        .forEach(name -> place.problem("required field " + name + " of " + category.name() + " gets no value in message " + rule.name()));
  }
}
